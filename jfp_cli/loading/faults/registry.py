"""Every fault that loading can find, in the order of codes. A new one stands in the module of its family."""

from jfp_cli.loading.faults import contents, files, own_fields, plan, schema
from jfp_cli.loading.faults.fault import Fault

FAULTS = tuple(
    sorted(
        (
            fault
            for family in (files, schema, plan, contents, own_fields)
            for fault in vars(family).values()
            if isinstance(fault, Fault)
        ),
        key=lambda fault: fault.code,
    )
)
BY_NAME = {fault.name: fault for fault in FAULTS}
