// One import for programs of your own; what they may say stands in README.md beside this file.
@_exported import Analysis
@_exported import Costing
@_exported import Coverage
@_exported import Exploration
@_exported import Forecasting
@_exported import Formats
@_exported import LinearAlgebra
@_exported import Optimization
@_exported import Policy
@_exported import Quantities
@_exported import Reading
@_exported import Reporting
@_exported import Sampling
@_exported import Store
@_exported import Welfare
