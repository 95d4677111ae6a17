//! A fixture language for news.
