-- Types in an entry, as neovim_test.py reads it from the file that KBC_SEEN names.

local seen = {}
local done = false

local function write()
  vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.KBC_SEEN)
end

local function wait(what, condition)
  if not vim.wait(60000, condition, 20) then
    seen.stuck = what
    seen.messages = vim.fn.execute('messages')
    seen.diagnostics = vim.diagnostic.get()
    write()
    vim.cmd('cquit')
  end
end

local function here() return vim.diagnostic.get(0) end

local function has(code)
  for _, one in ipairs(here()) do
    if one.code == code then return true end
  end
  return false
end

local function text() return table.concat(vim.fn.getline(1, '$'), '\n') .. '\n' end

local function names(diagnostics)
  local list = {}
  for _, one in ipairs(diagnostics) do
    table.insert(list, { code = one.code, source = one.source, message = one.message })
  end
  return list
end

local function type_keys(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'xt', false)
end

local function main()
  vim.cmd('edit ' .. vim.env.KBC_ENTRY)
  wait('the server starts', function()
    local _, client = next(vim.lsp.buf_get_clients(0))
    return client ~= nil and client.initialized
  end)

  -- A fault, typed.
  vim.fn.search('"confidence": 0.9')
  seen.line = vim.fn.line('.')
  type_keys('f:wC90,<Esc>')
  wait('the finding of what was typed', function() return has('rate-percent') end)
  seen.typed = names(here())
  local at = here()[1]
  seen.marked = string.sub(vim.fn.getline(at.lnum + 1), at.col + 1, at.end_col)
  seen.signs = {}
  for _, sign in ipairs(vim.fn.sign_getplaced('%', { group = '*' })[1].signs) do
    if sign.name ~= '' then table.insert(seen.signs, { line = sign.lnum, name = sign.name }) end
  end
  -- What they are from Neovim 0.10 on.
  local has_marks = vim.fn.has('nvim-0.10') == 1
  local marks = has_marks and vim.api.nvim_buf_get_extmarks(0, -1, 0, -1, { details = true }) or {}
  for _, mark in ipairs(marks) do
    if mark[4].sign_hl_group then
      table.insert(seen.signs, { line = mark[2] + 1, name = mark[4].sign_hl_group })
    end
  end

  -- The fix that is offered for it.
  seen.actions = {}
  vim.ui.select = function(items, options, choose)
    for number, item in ipairs(items) do
      local title = options.format_item(item)
      table.insert(seen.actions, title)
      if string.find(title, '0.9', 1, true) and not seen.chosen then
        seen.chosen = number
      end
    end
    choose(items[seen.chosen], seen.chosen)
  end
  vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.col })
  vim.lsp.buf.code_action()
  wait('the fix', function() return not has('rate-percent') end)
  seen.fixed = text()
  seen.after_fix = names(here())
  vim.cmd('write')

  -- What stands above the entry, and what is known of one that it links to.
  vim.lsp.codelens.refresh()
  seen.lenses = {}
  wait('the lens', function()
    for _, lens in ipairs(vim.lsp.codelens.get(0)) do
      if lens.command == nil then return false end
    end
    return #vim.lsp.codelens.get(0) > 0
  end)
  for _, lens in ipairs(vim.lsp.codelens.get(0)) do
    table.insert(seen.lenses, lens.command.title)
  end

  vim.fn.search('"error_id": "git/detached-head"', 'w')
  type_keys('f/')
  vim.lsp.buf.hover()
  local function float()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
    end
  end
  wait('the hover', function() return float() ~= nil end)
  seen.hover = table.concat(
    vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, false), '\n')
  vim.api.nvim_win_close(float(), true)

  -- Another id: the file moves, and the links to it change.
  vim.fn.search('"id": "git/', 'w')
  type_keys('f/')
  vim.lsp.buf.rename('git/without-upstream')
  wait('the rename', function()
    return string.find(vim.api.nvim_buf_get_name(0), 'without-upstream', 1, true) ~= nil
  end)
  wait('the new id', function() return vim.fn.search('"id": "git/without-upstream"', 'nw') > 0 end)
  vim.cmd('wall')
  seen.renamed = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ':.')
  wait('no finding about links', function() return #vim.diagnostic.get() == 0 end)
  seen.after_rename = names(vim.diagnostic.get())

  for _, client in pairs(vim.lsp.get_active_clients()) do client.stop() end
  wait('the server ends', function() return #vim.lsp.get_active_clients() == 0 end)
  write()
  done = true
end

local ok, fault = pcall(main)
if not ok then
  seen.stuck = tostring(fault)
  write()
end
vim.cmd(done and 'qall!' or 'cquit')
