#!/usr/bin/env python3
"""A site on loopback for the tests of fetching: good pages, and everything that a web server can do wrong.

usage: web_server.py LOG

Prints the ports of its sites, then serves until it is killed. Every request becomes a line of LOG: "PATH STATUS". What a path does
stands in ROUTES. The server is its own proxy: of an absolute URL, as proxies are asked, only the path counts.
"""
import gzip
import http.server
import re
import sys
import threading
import time
import zlib

LOCK = threading.Lock()
REQUESTS = {}  # path -> how many came
LOG = open(sys.argv[1], "a", buffering=1)
ETAG = '"satu"'
NOINDEX = b'<meta name="robots" content="noindex"></head>'

PARAGRAPHS = (
    "Warga {place} bergotong royong memperbaiki tanggul sungai yang jebol akibat hujan deras sepanjang malam. "
    "Mereka menumpuk karung pasir di tepi sungai agar air tidak masuk lagi ke permukiman.",
    "Kepala desa mengatakan perbaikan tanggul akan selesai dalam dua pekan. Pemerintah kabupaten mengirim alat berat "
    "dan membantu menyediakan makanan bagi warga yang bekerja.",
    "Petani di sekitar sungai berharap sawah mereka dapat ditanami kembali sebelum musim kemarau tiba. Sebagian benih "
    "padi sudah disiapkan di lumbung desa.",
)


def article(path, extra="", place="Sukamaju", paragraphs=PARAGRAPHS):
    title = f"Warga {place} memperbaiki tanggul"
    text = "".join(f"<p>{paragraph.format(place=place)}</p>" for paragraph in paragraphs)
    return (f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta property="og:type" content="article"><meta property="og:title" content="{title}">'
            f'<meta property="article:published_time" content="2025-03-04T08:00:00+07:00"></head>'
            f"<body><article><h1>{title}</h1>{text}</article>{extra}</body></html>").encode()


def feed(base, paths, body=""):
    items = "".join(f"<item><title>Tanggul {path}</title><link>{base}{path}</link>"
                    f"<pubDate>Tue, 04 Mar 2025 08:00:00 +0700</pubDate>{body}</item>" for path in paths)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Tanggul</title>{items}</channel></rss>'.encode()


def sitemap(urls, news=False):
    space = ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"' if news else ""
    detail = ("<news:news><news:publication><news:name>Tanggul</news:name><news:language>id</news:language>"
              "</news:publication><news:publication_date>2025-03-04T08:00:00+07:00</news:publication_date>"
              "<news:title>Tanggul</news:title></news:news>") if news else ""
    rows = "".join(f"<url><loc>{url}</loc>{detail}</url>" for url in urls)
    return (f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{space}>'
            f"{rows}</urlset>").encode()


def sitemap_index(urls):
    rows = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'.encode()


def bomb():
    """A feed of 64 MB in 64 kB: gzip packs what repeats about a thousandfold."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = packer.compress(b'<?xml version="1.0"?><rss version="2.0"><channel>')
    for _ in range(64):
        packed += packer.compress(b" " * (1 << 20))
    return packed + packer.flush()


LAUGHS = (b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">' +
          b"".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">'.encode() for i in range(9)) +
          b']><rss version="2.0"><channel><item><title>&j;</title></item></channel></rss>')


class Site(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def send(self, body, kind="text/html; charset=utf-8", status=200, **headers):
        LOG.write(f"{self.path} {status}\n")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def send_conditionally(self, body, kind="text/html; charset=utf-8"):
        if self.headers.get("If-None-Match") == ETAG:
            return self.send(b"", kind, 304, ETag=ETAG)
        self.send(body, kind, ETag=ETAG)

    def redirect(self, target):
        self.send(b"", status=302, Location=target)

    def do_GET(self):
        self.path = re.sub("^http://[^/]+", "", self.path)
        with LOCK:
            REQUESTS[self.path] = count = REQUESTS.get(self.path, 0) + 1
        try:
            respond = ROUTES.get(self.path)
            if respond is not None:
                respond(self, count)
            elif self.path.startswith("/berita/"):
                self.send_conditionally(article(self.path, place=self.path.rsplit("/", 1)[1]))
            else:
                self.send(b"<p>Tidak ada.</p>", status=404)
        except (BrokenPipeError, ConnectionResetError):
            LOG.write(f"{self.path} left\n")

    # --- What a server can do wrong.
    def drip(self, count):
        """One byte a second, until the other side has enough."""
        LOG.write(f"{self.path} 200\n")
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(100000):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(1)

    def cut(self, count):
        LOG.write(f"{self.path} 200\n")
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(article(self.path)[:200])
        self.close_connection = True

    def flood(self, count):
        """A feed of 100 MB."""
        LOG.write(f"{self.path} 200\n")
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"100000\r\n" + b" " * (1 << 20) + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")

    def hold(self, count):
        """No answer until somebody asks for /lepas, or a minute has passed."""
        LOG.write(f"{self.path} held\n")
        RELEASED.wait(60)
        self.send(article(self.path, place="Tertahan"))

    def release(self, count):
        RELEASED.set()
        self.send(b"")

    def busy_once(self, count):
        if count == 1:
            return self.send(b"", status=429, Retry_After="1")
        self.send(article(self.path, place="Sibuk"))

    def fail_once(self, count):
        if count == 1:
            return self.send(b"", status=500)
        self.send(feed(self.base, ["/berita/ulang"]), "application/rss+xml")


RELEASED = threading.Event()
RSS = "application/rss+xml"

ROUTES = {
    "/robots.txt": lambda s, n: s.send(
        f"User-agent: *\nDisallow: /terlarang\nSitemap: {s.base}/indeks.xml\n".encode(), "text/plain"),
    # A feed with two articles; and one that says nothing by which to ask conditionally.
    "/umpan": lambda s, n: s.send_conditionally(feed(s.base, ["/berita/satu", "/berita/dua"]), RSS),
    "/polos": lambda s, n: s.send(feed(s.base, ["/berita/tiga"]), RSS),
    "/umpan-panjang": lambda s, n: s.send_conditionally(feed(s.base, [f"/berita/desa-{i}" for i in range(12)]), RSS),
    # A page that tells its date only to its readers.
    "/umpan-tanggal": lambda s, n: s.send(feed(s.base, ["/tampak"]), RSS),
    "/tampak": lambda s, n: s.send(article(s.path).replace(b"article:published_time", b"lain").replace(
        b"</h1>", b"</h1><div>Minggu, 9 Maret 2025 | 07:00 WIB</div>")),
    # A front page that names a feed, one whose links are all there is, an archive as robots.txt names it.
    "/depan": lambda s, n: s.send_conditionally(
        b'<html><head><link rel="alternate" type="application/rss+xml" href="/umpan"></head>'
        b'<body><a href="/">Beranda</a></body></html>'),
    "/": lambda s, n: s.send(b'<html><body><a href="/">Beranda</a></body></html>'),
    "/indeks.xml": lambda s, n: s.send_conditionally(
        sitemap_index([f"{s.base}/peta-lama.xml.gz", f"{s.base}/peta-news.xml.gz"]), "application/xml"),
    "/peta-lama.xml.gz": lambda s, n: s.send_conditionally(
        gzip.compress(sitemap([f"{s.base}/berita/lama"])), "application/gzip"),
    "/peta-news.xml.gz": lambda s, n: s.send_conditionally(
        gzip.compress(sitemap([f"{s.base}/berita/baru"], news=True)), "application/gzip"),
    "/kanal": lambda s, n: s.send("".join(
        f'<p><a href="/2025/03/04/warga-{word}-menanam-padi-bersama">Warga {word} menanam padi bersama lagi</a></p>'
        for word in ("sawah", "ladang", "kebun", "tambak", "hutan")).encode()),
    **{f"/2025/03/04/warga-{word}-menanam-padi-bersama": lambda s, n: s.send(article(s.path))
       for word in ("sawah", "ladang")},
    # An article on three pages, and one with a view of all of them.
    "/2025/03/04/jembatan-bambu-dibangun-ulang-warga": lambda s, n: s.send(article(s.path, '<a href="/2025/03/04/jembatan-bambu-dibangun-ulang-warga?page=2">Halaman selanjutnya</a>', "Kesatu")),
    "/2025/03/04/jembatan-bambu-dibangun-ulang-warga?page=2": lambda s, n: s.send(article(
        s.path, '<a href="/2025/03/04/jembatan-bambu-dibangun-ulang-warga?page=3">Halaman selanjutnya</a>', "Kesatu",
        ["Halaman kedua bercerita tentang jembatan bambu yang hanyut terbawa arus dan kini dibangun ulang oleh warga "
         "dengan kayu kelapa yang lebih kuat, sehingga anak-anak dapat pergi ke sekolah tanpa memutar jauh."])),
    "/2025/03/04/jembatan-bambu-dibangun-ulang-warga?page=3": lambda s, n: s.send(article(
        s.path, "", "Kesatu",
        ["Halaman ketiga menutup kisah ini dengan panen raya yang dirayakan seluruh kecamatan, lengkap dengan arak-arakan "
         "hasil bumi dan pertunjukan musik dari kelompok pemuda desa sebelah."])),
    "/2025/03/05/panen-raya-desa-sukamaju": lambda s, n: s.send(article(
        s.path, '<a href="?page=2">2</a><a href="?page=all">Tampilkan Semua</a>', "Kedua", PARAGRAPHS[:2])),
    "/2025/03/05/panen-raya-desa-sukamaju?page=all": lambda s, n: s.send(article(s.path, "", "Kedua")),
    # Errors of all kinds.
    "/kosong": lambda s, n: s.send(b"<html><head><title>Galat</title></head><body><p>Maaf, terjadi galat.</p></body></html>"),
    "/umpan-galat": lambda s, n: s.send_conditionally(feed(s.base, ["/kosong", "/berita/baik", "/hilang"]), RSS),
    "/umpan-terlarang": lambda s, n: s.send(feed(s.base, ["/terlarang/satu", "/berita/boleh"]), RSS),
    "/umpan-rusak": lambda s, n: s.send(
        feed(s.base, ["/berita/utuh"]).replace(b"</channel></rss>", b"<item><title>Putus &&& <a"), RSS),
    "/umpan-penuh": lambda s, n: s.send(feed(
        s.base, ["/hilang-penuh"],
        '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[' +
        "".join(f"<p>{paragraph.format(place='Penuh')}</p>" for paragraph in PARAGRAPHS * 3) + "]]></content:encoded>"), RSS),
    # Pages that ask not to be indexed, of a feed that carries the whole text; and one that asks only another crawler.
    "/umpan-rahasia": lambda s, n: s.send(feed(
        s.base, ["/rahasia-kepala", "/rahasia-halaman", "/rahasia-lain"],
        '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[' +
        "".join(f"<p>{paragraph.format(place='Rahasia')}</p>" for paragraph in PARAGRAPHS * 3) + "]]></content:encoded>"), RSS),
    "/rahasia-kepala": lambda s, n: s.send(article(s.path), X_Robots_Tag="noindex, nofollow"),
    "/rahasia-halaman": lambda s, n: s.send(
        article(s.path).replace(b"</head>", NOINDEX)),
    "/rahasia-lain": lambda s, n: s.send(article(s.path, place="Lain"), X_Robots_Tag="googlebot: noindex"),
    # Pages that ask for it once they have been taken, and one that does so for a view of another article.
    "/ditarik": lambda s, n: s.send(article(s.path, place="Tarik").replace(b"</head>", NOINDEX if n > 1 else b"</head>")),
    "/ditarik-kepala": lambda s, n: s.send(
        article(s.path, place="Kepala"), **({"X_Robots_Tag": "noindex"} if n > 1 else {})),
    "/cetak": lambda s, n: s.send(article(s.path, place="Cetak").replace(
        b"</head>", f'<link rel="canonical" href="{s.base}/berita/asli">'.encode() + (NOINDEX if n > 1 else b"</head>"))),
    "/umpan-sekali": Site.fail_once,
    "/tawa": lambda s, n: s.send(LAUGHS, RSS),
    "/bom": lambda s, n: s.send(BOMB, RSS, Content_Encoding="gzip"),
    "/bom.xml.gz": lambda s, n: s.send(BOMB, "application/gzip"),
    "/banjir": Site.flood,
    "/tetes": Site.drip,
    "/putus": Site.cut,
    "/tahan": Site.hold,
    "/umpan-tahan": lambda s, n: s.send_conditionally(feed(s.base, ["/berita/lebih-dulu", "/tahan"]), RSS),
    "/lepas": Site.release,
    "/sibuk": Site.busy_once,
    "/tolak": lambda s, n: s.send(b"", status=503, Retry_After="0"),
    "/umpan-tolak": lambda s, n: s.send_conditionally(feed(s.base, ["/tolak", "/berita/sesudah"]), RSS),
    "/libur": lambda s, n: s.send(b"", status=429, Retry_After="86400"),
    "/salah-charset": lambda s, n: s.send(
        article(s.path, place="Café").decode().replace('<meta charset="utf-8">', "").encode("windows-1252"),
        "text/html; charset=windows-1252"),
    "/bohong-charset": lambda s, n: s.send(
        article(s.path, place="Tomé").replace(b'<meta charset="utf-8">', b""), "text/html; charset=iso-8859-1"),
    # Redirects.
    "/pindah": lambda s, n: s.redirect("/berita/pindahan"),
    "/putar": lambda s, n: s.redirect("/putar"),
    "/ke-berkas": lambda s, n: s.redirect("file:///etc/passwd"),
    "/ke-dalam": lambda s, n: s.redirect(f"http://localhost:{s.server.server_address[1]}/berita/dalam"),
}
BOMB = bomb()


class BrokenRobotsSite(Site):
    """The same pages, behind a robots.txt that cannot be read."""

    def do_GET(self):
        if self.path == "/robots.txt":
            return self.send(b"", status=503)
        Site.do_GET(self)


class SlowRobotsSite(Site):
    """The same pages, for crawlers that ask once in two hours."""

    def do_GET(self):
        if self.path == "/robots.txt":
            return self.send(b"User-agent: warta-indexer\nCrawl-delay: 7200\n", "text/plain")
        Site.do_GET(self)


def serve(site):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), site)
    server.daemon_threads = True
    server.handle_error = lambda *who: None  # programs that are killed cut their connections
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


print(serve(Site), serve(BrokenRobotsSite), serve(SlowRobotsSite), flush=True)
threading.Event().wait()
