"""Runs the public compliance tester (scim2-tester) against a server: its address, then a token."""

import sys

import httpx2
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import Status, check_server

address, token = sys.argv[1:]
headers = {"Authorization": f"Bearer {token}"}
client = SyncSCIMClient(httpx2.Client(base_url=address, headers=headers, timeout=30))
results = check_server(client)
failed = [result for result in results if result.status is not Status.SUCCESS]
for result in failed:
    print(f"{result.status.name} {result.resource_type or ''} {result.title}: {result.reason}")
print(f"{len(results) - len(failed)} of {len(results)} checks passed")
# A server that describes nothing is asked for little.
sys.exit(1 if failed or len(results) < 100 else 0)
