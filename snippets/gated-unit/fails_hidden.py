from gated_unit import GatedUnit

layer = GatedUnit(hidden=int(8 / 3) - 2)
