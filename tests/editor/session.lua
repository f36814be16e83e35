-- Opens a file of the plan in Neovim, asks the server as a planner would, and writes what it answers.
local file, python, out = vim.env.PLAN_FILE, vim.env.PYTHON, vim.env.ANSWERS
local said = {}
vim.cmd("edit " .. file)
local id = vim.lsp.start_client({
  name = "jfp",
  cmd = { python, "-m", "jfp_cli", "lsp" },
  root_dir = vim.fn.fnamemodify(file, ":h:h:h"),
})
vim.lsp.buf_attach_client(0, id)
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local due = vim.fn.search("due: Autumn")
vim.api.nvim_buf_set_lines(0, due - 1, due, false, { "    due: Atumn 2025", "    owners: " })
local function found(words)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.message:find(words, 1, true) then return one end
  end
end
vim.wait(20000, function() return found("Atumn") ~= nil end, 50)
local wrong = found("Atumn")
said.wrong = wrong and { line = wrong.lnum, column = wrong.col, message = wrong.message }
said.due = due - 1
local function ask(method, line, column)
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = column },
  }
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
  return answers and answers[id] and answers[id].result
end
said.hover = ask("textDocument/hover", vim.fn.search("owner:") - 1, 6)
said.keys = ask("textDocument/completion", due, 6)
local streams = vim.fn.search("workstreams: ") - 1
said.place = ask("textDocument/definition", streams, 19)
vim.api.nvim_buf_set_lines(0, due - 1, due + 1, false, { "    due: Autumn 2025" })
said.mended = vim.wait(20000, function() return found("Atumn") == nil end, 50)
vim.fn.writefile({ vim.fn.json_encode(said) }, out)
vim.lsp.stop_client(id)
vim.cmd("qa!")
