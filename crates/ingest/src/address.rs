//! Addresses: which are those of a page, and whose are they?

use url::{Host, Url};

/// The longest address that is kept, in bytes; browsers and servers give up at about that length.
const LONGEST: usize = 8192;

/// The address as it was given, without surrounding white space, if it is one of a page on the web.
///
/// Everything else (`javascript:`, `data:`, `file:`, a path) says nothing about who published a report, and
/// somebody might make a link of it.
pub fn of_page(text: &str) -> Option<&str> {
    let text = text.trim();
    let fits = text.len() <= LONGEST && !text.chars().any(|c| c.is_whitespace() || c.is_control());
    (fits && host(text).is_some()).then_some(text)
}

/// The host of an address of a page, in the form in which hosts are compared: small letters, punycode.
pub fn host(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    match url.host()? {
        Host::Domain(domain) => Some(domain.trim_end_matches('.').to_owned()),
        Host::Ipv4(address) => Some(address.to_string()),
        Host::Ipv6(address) => Some(address.to_string()),
    }
}

/// The host that some metadata name, in the form in which hosts are compared.
pub fn bare_host(text: &str) -> Option<String> {
    let text = text.trim();
    let is_bare = !text.is_empty() && !text.contains(['/', ':', '@', '?', '#', '\\']);
    is_bare.then(|| host(&format!("http://{text}/"))).flatten()
}

/// The part of a host that somebody registered (`example.co.uk` of `www.news.example.co.uk`); nothing where
/// the host is a number or a name without a registry (`localhost`).
pub fn registered_domain(host: &str) -> Option<&str> {
    let is_number = host.parse::<std::net::IpAddr>().is_ok();
    (!is_number).then(|| psl::domain_str(host)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn domain(address: &str) -> Option<String> {
        registered_domain(&host(address)?).map(str::to_owned)
    }

    #[test]
    fn only_addresses_of_pages_are_kept_and_they_are_kept_as_they_are() {
        let address = " https://www.Dorvath-Courier.example/a?b=c#d\n";
        assert_eq!(of_page(address), Some("https://www.Dorvath-Courier.example/a?b=c#d"));
        for other in [
            "",
            "javascript:alert(1)",
            "JAVASCRIPT://x/%0aalert(1)",
            "java\nscript:alert(1)",
            "data:text/html,<script>",
            "file:///etc/passwd",
            "/a/b.html",
            "//example.org/a",
            "www.example.org/a",
            "https://",
            "https://exa\u{1b}mple.org/",
            "https://example.org/a b",
            "ftp://example.org/a",
        ] {
            assert_eq!(of_page(other), None, "{other:?}");
        }
        assert_eq!(of_page(&format!("https://example.org/{}", "a".repeat(LONGEST))), None);
    }

    #[test]
    fn a_domain_is_what_somebody_registered() {
        assert_eq!(domain("https://www.news.example.co.uk/a").as_deref(), Some("example.co.uk"));
        assert_eq!(domain("http://Example.ORG.:8080/a").as_deref(), Some("example.org"));
        assert_eq!(domain("https://user:word@blog.example.com/").as_deref(), Some("example.com"));
        assert_eq!(domain("https://bücher.example.de/").as_deref(), Some("example.de"));
        assert_eq!(domain("https://192.0.2.7/a"), None);
        assert_eq!(domain("https://[2001:db8::1]/a"), None);
        assert_eq!(domain("https://localhost/a"), None);
        assert_eq!(domain("https://co.uk/a"), None);
    }

    #[test]
    fn a_host_that_metadata_name_is_a_host_and_nothing_more() {
        assert_eq!(bare_host(" WWW.Example.org ").as_deref(), Some("www.example.org"));
        for other in ["", "example.org/a", "https://example.org", "a@example.org", "The Example"] {
            assert_eq!(bare_host(other), None, "{other:?}");
        }
    }
}
