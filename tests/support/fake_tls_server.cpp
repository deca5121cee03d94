// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_tls_server.h"

#include <arpa/inet.h>
#include <array>
#include <csignal>
#include <netinet/in.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace assize::test {
namespace {

struct KeyDeleter {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct CertificateDeleter {
    void operator()(X509* certificate) const { X509_free(certificate); }
};
struct ContextDeleter {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
struct SessionDeleter {
    void operator()(SSL* session) const { SSL_free(session); }
};
using Key = std::unique_ptr<EVP_PKEY, KeyDeleter>;
using Certificate = std::unique_ptr<X509, CertificateDeleter>;

Certificate selfSigned(EVP_PKEY* key, TlsFault fault) {
    constexpr long Hour = 3600;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -2 * Hour);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), fault == TlsFault::Expired ? -Hour : Hour);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("127.0.0.1"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_EXTENSION* names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name,
        fault == TlsFault::OtherHost ? "DNS:models.example.org" : "IP:127.0.0.1");
    X509_add_ext(certificate.get(), names, -1);
    X509_EXTENSION_free(names);
    X509_sign(certificate.get(), key, EVP_sha256());
    return certificate;
}

int listenOnLoopback() {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(listener, SOMAXCONN) != 0)
        throw std::runtime_error("no port for a TLS server");
    return listener;
}

int tlsPortOf(int listener) {
    sockaddr_in address = {};
    socklen_t size = sizeof address;
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

} // namespace

struct FakeTlsServer::Context {
    explicit Context(TlsFault fault)
        : key(EVP_RSA_gen(2048))
        , certificate(selfSigned(key.get(), fault))
        , tls(SSL_CTX_new(TLS_server_method())) {
        SSL_CTX_use_certificate(tls.get(), certificate.get());
        SSL_CTX_use_PrivateKey(tls.get(), key.get());
        if (fault == TlsFault::OutdatedOnly)
            SSL_CTX_set_max_proto_version(tls.get(), TLS1_VERSION);
    }

    Key key;
    Certificate certificate;
    std::unique_ptr<SSL_CTX, ContextDeleter> tls;
};

FakeTlsServer::FakeTlsServer(TlsFault fault)
    : m_fault(fault)
    , m_listener(listenOnLoopback())
    , m_port(tlsPortOf(m_listener))
    , m_context(std::make_unique<Context>(fault))
    , m_thread([this](const std::stop_token& stop) { serve(stop); }) {}

FakeTlsServer::~FakeTlsServer() {
    m_thread.request_stop();
    m_thread.join();
    ::close(m_listener);
}

std::string FakeTlsServer::url(const std::string& path) const {
    return "https://127.0.0.1:" + std::to_string(m_port) + path;
}

std::string FakeTlsServer::certificate() const {
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(memory, m_context->certificate.get());
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    std::string text(bytes, static_cast<std::size_t>(size));
    BIO_free(memory);
    return text;
}

void FakeTlsServer::serve(const std::stop_token& stop) {
    constexpr int Pulse = 50;
    sigset_t brokenPipe; // OpenSSL writes to clients that have gone
    sigemptyset(&brokenPipe);
    sigaddset(&brokenPipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
    while (!stop.stop_requested()) {
        pollfd waiting = {m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, Pulse) != 1)
            continue;
        const int connection = ::accept(m_listener, nullptr, nullptr);
        if (connection < 0)
            continue;
        ++m_connections;
        answer(connection);
        ::close(connection);
    }
}

void FakeTlsServer::answer(int connection) {
    std::array<char, 4096> bytes = {};
    if (m_fault == TlsFault::HangsUp || m_fault == TlsFault::PlainHttp) {
        if (::recv(connection, bytes.data(), bytes.size(), 0) > 0 && m_fault == TlsFault::PlainHttp) {
            constexpr std::string_view Answer = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
            ::send(connection, Answer.data(), Answer.size(), MSG_NOSIGNAL);
        }
        return;
    }
    const timeval patience = {1, 0};
    ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const std::unique_ptr<SSL, SessionDeleter> session(SSL_new(m_context->tls.get()));
    SSL_set_fd(session.get(), connection);
    if (SSL_accept(session.get()) != 1)
        return;
    const int taken = SSL_read(session.get(), bytes.data(), static_cast<int>(bytes.size()));
    m_requestBytes += taken > 0 ? taken : 0;
}

} // namespace assize::test
