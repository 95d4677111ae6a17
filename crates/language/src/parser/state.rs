//! The state of the parser: a stack, a buffer, and the arcs made so far.

/// No token.
const NOBODY: u32 = u32::MAX;

/// A child in the list of its head's children; the list goes from the last made to the first.
#[derive(Debug, Clone, Copy)]
struct Arc {
    /// [`NOBODY`] once the arc has been taken away.
    child: u32,
    before: u32,
}

/// The state. Tokens are counted from 0 within their text.
#[derive(Debug, Default)]
pub struct State {
    stack: Vec<u32>,
    /// Tokens put back in front of the buffer, the next one last.
    put_back: Vec<u32>,
    next: usize,
    heads: Vec<u32>,
    labels: Vec<u16>,
    may_not_shift: Vec<bool>,
    starts: Vec<bool>,
    arcs: Vec<Arc>,
    lefts: Vec<u32>,
    rights: Vec<u32>,
}

impl State {
    /// The state before the first move over a text of `n_tokens`.
    pub fn reset(&mut self, n_tokens: usize) {
        self.stack.clear();
        self.put_back.clear();
        self.next = 0;
        self.arcs.clear();
        for tokens in [&mut self.heads, &mut self.lefts, &mut self.rights] {
            tokens.clear();
            tokens.resize(n_tokens, NOBODY);
        }
        self.labels.clear();
        self.labels.resize(n_tokens, 0);
        for marks in [&mut self.may_not_shift, &mut self.starts] {
            marks.clear();
            marks.resize(n_tokens, false);
        }
    }

    /// Whether nothing is left to do.
    pub fn is_final(&self) -> bool {
        self.stack.is_empty() && self.in_buffer() == 0
    }

    /// The token `depth` below the top of the stack.
    pub fn stacked(&self, depth: usize) -> Option<usize> {
        let place = self.stack.len().checked_sub(depth + 1)?;
        Some(self.stack[place] as usize)
    }

    /// The token at `place` in the buffer.
    pub fn buffered(&self, place: usize) -> Option<usize> {
        if let Some(back) = self.put_back.len().checked_sub(place + 1) {
            return Some(self.put_back[back] as usize);
        }
        let token = self.next + place - self.put_back.len();
        (token < self.heads.len()).then_some(token)
    }

    /// Tokens on the stack.
    pub fn on_stack(&self) -> usize {
        self.stack.len()
    }

    /// Tokens in the buffer.
    pub fn in_buffer(&self) -> usize {
        self.heads.len() - self.next + self.put_back.len()
    }

    /// The head of a token and the label of its arc.
    pub fn head(&self, token: usize) -> Option<(usize, u16)> {
        let head = self.heads[token];
        (head != NOBODY).then(|| (head as usize, self.labels[token]))
    }

    /// The child to the left of `head` that was attached last.
    pub fn last_left(&self, head: Option<usize>) -> Option<usize> {
        self.last_of(self.lefts[head?])
    }

    /// The child to the right of `head` that was attached last.
    pub fn last_right(&self, head: Option<usize>) -> Option<usize> {
        self.last_of(self.rights[head?])
    }

    fn last_of(&self, mut arc: u32) -> Option<usize> {
        while arc != NOBODY {
            let Arc { child, before } = self.arcs[arc as usize];
            if child != NOBODY {
                return Some(child as usize);
            }
            arc = before;
        }
        None
    }

    /// Whether a sentence is known to begin at this token.
    pub fn starts_sentence(&self, token: usize) -> bool {
        self.starts[token]
    }

    /// Whether this token has been put back and may not be shifted again.
    pub fn may_not_shift(&self, token: usize) -> bool {
        self.may_not_shift[token]
    }

    /// Moves the next token from the buffer to the stack.
    pub fn shift(&mut self) {
        let token = self.put_back.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next as u32 - 1
        });
        self.stack.push(token);
    }

    /// Takes the top off the stack; if it has no head and is not the last, it goes back in front of the buffer.
    pub fn reduce(&mut self) {
        let last = self.stack.len() == 1;
        let Some(top) = self.stack.pop() else { return };
        if self.heads[top as usize] == NOBODY && !last {
            self.may_not_shift[top as usize] = true;
            self.put_back.push(top);
        }
    }

    /// Makes the next token the head of the top of the stack, which is taken off.
    pub fn attach_left(&mut self, label: u16) {
        let (Some(head), Some(child)) = (self.buffered(0), self.stacked(0)) else { return };
        self.attach(head, child, label);
        self.may_not_shift[head] = false;
        self.stack.pop();
    }

    /// Makes the top of the stack the head of the next token, which is shifted.
    pub fn attach_right(&mut self, label: u16) {
        let (Some(head), Some(child)) = (self.stacked(0), self.buffered(0)) else { return };
        self.attach(head, child, label);
        self.shift();
    }

    /// Says that a sentence begins at the second token of the buffer.
    pub fn start_sentence(&mut self) {
        if let Some(token) = self.buffered(1) {
            self.starts[token] = true;
        }
    }

    fn attach(&mut self, head: usize, child: usize, label: u16) {
        if let Some((former, _)) = self.head(child) {
            self.detach(former, child);
        }
        let list = if head > child { &mut self.lefts[head] } else { &mut self.rights[head] };
        self.arcs.push(Arc { child: child as u32, before: *list });
        *list = self.arcs.len() as u32 - 1;
        self.heads[child] = head as u32;
        self.labels[child] = label;
    }

    fn detach(&mut self, head: usize, child: usize) {
        let list = if head > child { &mut self.lefts[head] } else { &mut self.rights[head] };
        let mut arc = *list;
        if arc != NOBODY && self.arcs[arc as usize].child == child as u32 {
            *list = self.arcs[arc as usize].before;
            return;
        }
        while arc != NOBODY {
            let Arc { child: known, before } = &mut self.arcs[arc as usize];
            if *known == child as u32 {
                *known = NOBODY;
                return;
            }
            arc = *before;
        }
    }
}
