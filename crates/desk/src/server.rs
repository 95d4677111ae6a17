//! The port: who waits there, and how long anybody may keep it busy.

use crate::{Answering, answer};
use axum::body::Body;
use axum::http::Request;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// Connections that are served at the same time; a browser opens six. Others wait in the queue of the system.
const CONNECTIONS: usize = 64;
/// How long the head of a request may take, the time between two requests counted in.
const HEAD_TIME: Duration = Duration::from_secs(20);
/// How long one connection may last; who reads slower than that begins anew.
const CONNECTION_TIME: Duration = Duration::from_secs(300);
/// Bytes of the head of a request.
const HEAD_BYTES: usize = 16 * 1024;
/// Lines of it.
const HEADERS: usize = 64;

/// A port that somebody waits on, as yet without a desk.
#[derive(Debug)]
pub struct Port(std::net::TcpListener);

impl Port {
    /// Takes a port of this machine; 0 is any that is free.
    pub fn take(address: SocketAddr) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        Ok(Port(listener))
    }

    /// Which one it is.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }

    /// Answers until the program ends.
    pub fn serve(self, desk: Arc<Answering>, threads: usize) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(threads.max(1))
            .enable_io()
            .enable_time()
            .build()?;
        runtime.block_on(accept(self.0, desk))
    }
}

async fn accept(listener: std::net::TcpListener, desk: Arc<Answering>) -> io::Result<()> {
    let listener = TcpListener::from_std(listener)?;
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let place = Arc::clone(&places).acquire_owned().await.map_err(io::Error::other)?;
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            // Somebody hung up, or the system is out of sockets for a moment.
            Err(_) => {
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        // Small answers must not wait for the acknowledgement of the one before.
        let _ = stream.set_nodelay(true);
        let desk = Arc::clone(&desk);
        tokio::spawn(async move {
            let service = service_fn(move |request: Request<hyper::body::Incoming>| {
                let desk = Arc::clone(&desk);
                async move { Ok::<_, Infallible>(answer(desk, request.map(Body::new)).await) }
            });
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD_TIME)
                .max_buf_size(HEAD_BYTES)
                .max_headers(HEADERS)
                .serve_connection(TokioIo::new(stream), service);
            // Who hangs up or sends nonsense ends his own connection and nothing else.
            let _ = tokio::time::timeout(CONNECTION_TIME, connection).await;
            drop(place);
        });
    }
}
