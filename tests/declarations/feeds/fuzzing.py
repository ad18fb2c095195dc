"""How many cases each adapter is tried with: `make fuzz` asks for 10,000."""

import os

from hypothesis import HealthCheck, settings

CASES = int(os.environ.get("FUZZ_CASES", "200"))

fuzz = settings(
    max_examples=CASES,
    deadline=None,
    database=None,
    derandomize=CASES <= 1000,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
