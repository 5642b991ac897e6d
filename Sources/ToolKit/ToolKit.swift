// ToolKit
