-- A planner's session in Neovim: adds a milestone with every key completed, mends its date by a code action, jumps from a
-- workstream to its milestones, and gives a section another id. Writes what was shown; what was made, it saves.
local plan, python, out = vim.env.PLAN, vim.env.PYTHON, vim.env.ANSWERS
local said = { offered = {} }

vim.cmd("edit " .. plan .. "/milestones/planned-care.yaml")
local id = vim.lsp.start_client({
  name = "jfp",
  cmd = { python, "-m", "jfp_cli", "lsp" },
  root_dir = vim.fn.fnamemodify(plan, ":h"),
})

local function open(name)
  vim.cmd("edit " .. plan .. "/" .. name)
  vim.lsp.buf_attach_client(0, id)
end

local function ask(method, more)
  local params = vim.lsp.util.make_position_params(0, "utf-16")
  for key, value in pairs(more or {}) do params[key] = value end
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  return answers and answers[id] and answers[id].result or {}
end

local function found(words)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.message:find(words, 1, true) then return one end
  end
end

local function wait(words, there)
  return vim.wait(20000, function() return (found(words) ~= nil) == there end, 50)
end

-- Types at the end of the line on which the cursor is.
local function type(text)
  vim.api.nvim_buf_set_text(0, vim.fn.line(".") - 1, vim.fn.col("$") - 1, vim.fn.line(".") - 1, vim.fn.col("$") - 1, { text })
  vim.fn.cursor(vim.fn.line("."), vim.fn.col("$"))
end

-- Begins another line with what is typed there.
local function line(text)
  vim.fn.append(vim.fn.line("."), text)
  vim.fn.cursor(vim.fn.line(".") + 1, #text + 1)
end

-- Asks what fits at the end of the line, as an editor does where somebody types, and takes one of it.
local function complete(label)
  local here = vim.fn.line(".") - 1
  local position = { line = here, character = vim.str_utfindex(vim.fn.getline("."), vim.fn.col("$") - 1) }
  for _, item in ipairs(ask("textDocument/completion", { position = position })) do
    if item.label == label then
      table.insert(said.offered, label)
      vim.lsp.util.apply_text_edits({ item.textEdit }, 0, "utf-16")
      vim.fn.cursor(here + 1, vim.fn.col("$"))
      return
    end
  end
end

-- A milestone is added.
open("milestones/planned-care.yaml")
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
vim.cmd("normal! G")
line("  - i")
complete("id")
type("dental-clinic")
for _, written in ipairs({ { "activity", "Open the dental clinic" }, { "due", "Septmber 2027" } }) do
  line("    " .. written[1]:sub(1, 2))
  complete(written[1])
  type(written[2])
end
for _, written in ipairs({ { "status", "on_track" }, { "owner", "Planned care lead" } }) do
  line("    " .. written[1]:sub(1, 2))
  complete(written[1])
  complete(written[2])
end
line("    work")
complete("workstreams")
type("[out")
complete("outpatients")
type("]")

-- Its date is wrong, which shows, and is mended.
vim.fn.search("Septmber")
wait("Septmber", true)
local wrong = found("Septmber")
said.wrong = wrong and { words = vim.fn.getline(wrong.lnum + 1):sub(wrong.col + 1, wrong.end_col), message = wrong.message }
local actions = ask("textDocument/codeAction", {
  range = vim.lsp.util.make_range_params(0, "utf-16").range,
  context = { diagnostics = {} },
})
said.action = actions[1] and actions[1].title
if actions[1] then vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16") end
said.mended = wait("Septmber", false)

-- What a key means.
vim.fn.search("owner:")
said.hover = ask("textDocument/hover").contents.value

-- From a workstream to its milestones.
open("sections/elective-care.yaml")
vim.fn.cursor(vim.fn.search("id: outpatients"), 10)
local places = ask("textDocument/references", { context = { includeDeclaration = false } })
said.named = #places
vim.lsp.util.jump_to_location(places[#places], "utf-16")
said.went = { file = vim.fn.expand("%:t"), line = vim.fn.getline("."), above = vim.fn.getline(vim.fn.line(".") - 5) }

-- And from a milestone to its workstream.
vim.fn.cursor(vim.fn.line("."), #"    workstreams: [out")
said.back = ask("textDocument/definition").uri

-- A section gets another id, wherever it is named.
open("sections/elective-care.yaml")
vim.fn.cursor(vim.fn.search("^id: elective-care"), 7)
local edit = ask("textDocument/rename", { newName = "planned-operations" })
vim.lsp.util.apply_workspace_edit(edit, "utf-16")
vim.cmd("silent! wall")

vim.fn.writefile({ vim.fn.json_encode(said) }, out)
vim.lsp.stop_client(id)
vim.cmd("qa!")
