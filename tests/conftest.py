"""For all tests: windows are drawn in memory unless somebody asks for a screen; examples are not timed."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no fault of a rule, and our tests that share a workspace among their examples know it.
settings.register_profile(
    "whole", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.register_profile("quick", settings.get_profile("whole"), max_examples=10)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "whole"))
