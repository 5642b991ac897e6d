/// A rule of `extract-quotes`: finds quotations or says who speaks.
public protocol QuoteFinder: Plugin {}
