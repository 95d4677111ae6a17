//! Logarithms in whole numbers, the same on every machine.

/// Parts of one binary order of magnitude in which logarithms are counted.
pub const STEPS: u64 = 256;

/// The binary logarithm of `above / below`, in steps; 0 where the quotient is less than one.
pub fn logarithm(above: u64, below: u64) -> u64 {
    let below = below.max(1);
    if above <= below {
        return 0;
    }
    let whole = (above / below).ilog2();
    // What is left lies between 1 and 2; squaring it gives one more binary digit of its logarithm at a time.
    let mut rest = ((u128::from(above) << 32) / (u128::from(below) << whole)) as u64;
    let mut steps = u64::from(whole);
    for _ in 0..STEPS.ilog2() {
        rest = ((u128::from(rest) * u128::from(rest)) >> 32) as u64;
        let digit = rest >> 33;
        steps = steps * 2 + digit;
        rest >>= digit;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_two_are_exact() {
        assert_eq!(logarithm(8, 1), 3 * STEPS);
        assert_eq!(logarithm(3072, 3), 10 * STEPS);
        assert_eq!(logarithm(3, 3), 0);
        assert_eq!(logarithm(3, 4), 0);
        assert_eq!(logarithm(1, 0), 0);
    }

    #[test]
    fn what_lies_between_is_right_to_a_step() {
        for (above, below) in [(3, 2), (10, 3), (1_005, 6), (u64::MAX >> 20, 7)] {
            let exact = (above as f64 / below as f64).log2() * STEPS as f64;
            assert!((logarithm(above, below) as f64 - exact).abs() <= 1.0, "{above}/{below}");
        }
    }
}
