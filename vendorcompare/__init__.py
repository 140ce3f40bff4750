"""VendorCompare: compare service vendors, defend the choice on paper."""

__version__ = "1.0.0"
