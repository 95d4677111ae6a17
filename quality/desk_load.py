"""How fast a desk answers at a steady rate: story pages, claims, reports, lists, searches, over a running `stemma serve`.

    python3 quality/desk_load.py 'http://127.0.0.1:PORT/enter?token=...' --rate 50 --seconds 20

Requests begin when the clock says so, whether or not those before have ended, and their time counts from then: an answer that
waits for a slow one is slow itself. The pages are drawn from the lists of the desk by a fixed seed, small stories and large ones
alike. Standard library only.
"""
import argparse
import http.client
import json
import queue
import random
import threading
import time
from urllib.parse import parse_qs, urlsplit

LISTS = ["stories", "claims", "disagreements", "reports", "families", "voices", "places"]


class Desk:
    def __init__(self, way_in):
        parts = urlsplit(way_in)
        self.host, self.token = parts.netloc, parse_qs(parts.query)["token"][0]
        self.kept = threading.local()

    def get(self, address):
        """Status and body, over a connection that each thread keeps."""
        for again in (True, False):
            connection = getattr(self.kept, "connection", None)
            if connection is None:
                connection = self.kept.connection = http.client.HTTPConnection(self.host, timeout=30)
            try:
                connection.request("GET", address, headers={"Authorization": f"Bearer {self.token}"})
                answer = connection.getresponse()
                return answer.status, answer.read()
            except (http.client.HTTPException, OSError):
                connection.close()
                self.kept.connection = None
                if not again:
                    raise


def every(desk, name, most):
    """Identifiers of a list, as far as so many."""
    ids, after = [], ""
    while len(ids) < most:
        _, body = desk.get(f"/api/v1/{name}?limit=200&after={after}")
        page = json.loads(body)
        ids += [item["id"] for item in page["items"]]
        after = page["next"]
        if not after:
            break
    return ids


def addresses(desk, dice):
    """By kind of view: addresses to draw from."""
    ids = {name: every(desk, name, 2000) for name in LISTS}
    words = ["oil", "the", "bank", "dollar", "said", "japan", "trade", "grain"]
    views = {"story": [f"/stories/{one}" for one in ids["stories"]]}
    _, body = desk.get("/api/v1/stories?reports=20&limit=200")
    large = json.loads(body)["items"]
    views["story of 20 or more"] = [f"/stories/{one['id']}" for one in large]
    views["claim"] = [f"/claims/{one}" for one in ids["claims"]]
    views["report"] = [f"/reports/{one}" for one in ids["reports"]]
    views["list"] = [f"/{name}" for name in LISTS] + ["/claims?lonely=1", "/claims?disputed=1", "/stories?reports=3"]
    views["list, new filter"] = [f"/{name}?words={word}&reports={number}" for name in LISTS for word in words for number in range(1, 40)]
    views["search"] = [f"/search?q={one}+{other}" for one in words for other in words]
    views["desk"] = ["/"]
    for view in views.values():
        dice.shuffle(view)
    return views


def measured(desk, pages, rate, seconds, threads):
    """Latencies in milliseconds, from the moment at which each request was due."""
    due, times, wrong = queue.Queue(), [], []

    def work():
        while True:
            item = due.get()
            if item is None:
                return
            when, address = item
            try:
                status, _ = desk.get(address)
                if status != 200:
                    wrong.append((address, status))
            except OSError as error:
                wrong.append((address, str(error)))
            times.append((time.perf_counter() - when) * 1000)

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    start = time.perf_counter()
    for n in range(int(rate * seconds)):
        when = start + n / rate
        time.sleep(max(0, when - time.perf_counter()))
        due.put((when, pages[n % len(pages)]))
    for _ in workers:
        due.put(None)
    for worker in workers:
        worker.join()
    return sorted(times), wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("way_in")
    parser.add_argument("--rate", type=float, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--threads", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    desk = Desk(arguments.way_in)
    _, body = desk.get("/api/v1")
    print(json.dumps(json.loads(body)["counts"]))
    print(f"{arguments.rate:g} requests a second, {arguments.seconds:g} seconds a kind; milliseconds")
    print(f"{'view':<21}{'requests':>9}{'p50':>8}{'p95':>8}{'p99':>8}{'most':>8}{'wrong':>7}")
    for view, pages in addresses(desk, random.Random(arguments.seed)).items():
        if not pages:
            continue
        times, wrong = measured(desk, pages, arguments.rate, arguments.seconds, arguments.threads)
        at = lambda share: times[min(len(times) - 1, int(len(times) * share))]
        print(f"{view:<21}{len(times):>9}{at(.5):>8.1f}{at(.95):>8.1f}{at(.99):>8.1f}{times[-1]:>8.1f}{len(wrong):>7}", flush=True)
        for one in wrong[:3]:
            print("  ", one)


if __name__ == "__main__":
    main()
