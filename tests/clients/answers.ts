// What `kbc lsp` may answer and send, in the types of the protocol's own package: a JSON Schema is
// made of this, which allows no member that the protocol does not know.

import type * as lsp from 'vscode-languageserver-protocol';

export interface Answers {
  initialize: lsp.InitializeResult;
  shutdown: null;
  'textDocument/diagnostic': lsp.DocumentDiagnosticReport;
  'workspace/diagnostic': lsp.WorkspaceDiagnosticReport;
  'textDocument/completion': lsp.CompletionItem[] | lsp.CompletionList | null;
  'completionItem/resolve': lsp.CompletionItem;
  'textDocument/hover': lsp.Hover | null;
  'textDocument/definition': lsp.Location | lsp.Location[] | lsp.LocationLink[] | null;
  'textDocument/references': lsp.Location[] | null;
  'textDocument/documentHighlight': lsp.DocumentHighlight[] | null;
  'textDocument/prepareRename': lsp.PrepareRenameResult | null;
  'textDocument/rename': lsp.WorkspaceEdit | null;
  'workspace/willRenameFiles': lsp.WorkspaceEdit | null;
  'textDocument/codeAction': (lsp.Command | lsp.CodeAction)[] | null;
  'codeAction/resolve': lsp.CodeAction;
  'textDocument/formatting': lsp.TextEdit[] | null;
  'textDocument/rangeFormatting': lsp.TextEdit[] | null;
  'textDocument/documentSymbol': lsp.DocumentSymbol[] | lsp.SymbolInformation[] | null;
  'workspace/symbol': lsp.SymbolInformation[] | lsp.WorkspaceSymbol[] | null;
  'textDocument/codeLens': lsp.CodeLens[] | null;
  'codeLens/resolve': lsp.CodeLens;
  'textDocument/foldingRange': lsp.FoldingRange[] | null;
  'textDocument/selectionRange': lsp.SelectionRange[] | null;
  'textDocument/documentLink': lsp.DocumentLink[] | null;
  'textDocument/inlayHint': lsp.InlayHint[] | null;
  'textDocument/semanticTokens/full': lsp.SemanticTokens | null;
  'textDocument/prepareCallHierarchy': lsp.CallHierarchyItem[] | null;
  'callHierarchy/incomingCalls': lsp.CallHierarchyIncomingCall[] | null;
  'callHierarchy/outgoingCalls': lsp.CallHierarchyOutgoingCall[] | null;
}

export interface Sent {
  'textDocument/publishDiagnostics': lsp.PublishDiagnosticsParams;
  'window/showMessage': lsp.ShowMessageParams;
  'window/logMessage': lsp.LogMessageParams;
  'window/workDoneProgress/create': lsp.WorkDoneProgressCreateParams;
  'client/registerCapability': lsp.RegistrationParams;
}
