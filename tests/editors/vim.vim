" Types in an entry, as vim_test.py reads it from the file that KBC_SEEN names.

let s:seen = {}

function! s:Write() abort
  call writefile([json_encode(s:seen)], $KBC_SEEN)
endfunction

function! s:Wait(what, condition) abort
  for l:turn in range(1200)
    if eval(a:condition)
      return
    endif
    sleep 50m
  endfor
  let s:seen.stuck = a:what
  let s:seen.messages = execute('messages')
  let s:seen.list = s:List()
  call s:Write()
  cquit
endfunction

function! s:List() abort
  return map(copy(get(get(g:ale_buffer_info, bufnr('%'), {}), 'loclist', [])),
  \ {_, one -> {'code': get(one, 'code', ''), 'type': one.type, 'text': one.text,
  \             'line': one.lnum, 'column': one.col}})
endfunction

function! s:Has(code) abort
  return !empty(filter(s:List(), {_, one -> one.code ==# a:code}))
endfunction

function! s:Text() abort
  return join(getline(1, '$'), "\n") . "\n"
endfunction

let g:ale_linters = {'json': ['kbc']}
let s:has = expand('<SID>') . 'Has'

execute 'edit' $KBC_ENTRY
call s:Wait('the first answer of the server', 'has_key(g:ale_buffer_info, bufnr("%"))')

" A fault, typed.
call search('"confidence": 0.9')
let s:seen.line = line('.')
execute "normal! f:wC90,\<Esc>"
doautocmd TextChanged  " Vim says so when a script has ended
call s:Wait('the finding of what was typed', s:has . '("rate-percent")')
let s:seen.typed = map(s:List(), {_, one -> {'code': one.code, 'type': one.type, 'text': one.text}})
let s:signs = sign_getplaced('%', {'group': '*'})[0].signs
let s:seen.signs = map(copy(s:signs), {_, one -> {'line': one.lnum, 'name': one.name}})

" The fix that is offered for it: ALE asks which by a number.
call ale#util#Mode()  " which loads what is replaced here
let s:seen.actions = ''
function! ale#util#Input(message, value, ...) abort
  let s:seen.actions .= a:message
  return matchstr(a:message, '\d\+\ze) [^\n]*0\.9')
endfunction
let s:at = s:List()[0]
call cursor(s:at.line, s:at.column)
ALECodeAction
call s:Wait('the fix', 'search(''"confidence": 0.9,'', "nw") > 0')
doautocmd TextChanged
call s:Wait('no finding', '!' . s:has . '("rate-percent")')
let s:seen.fixed = s:Text()
let s:seen.after_fix = s:List()

" What is behind an id.
call cursor(1, 1)
call search('"error_id": "git/detached-head"', 'e')
set nomodified
ALEGoToDefinition
call s:Wait('the entry behind the id', 'expand("%") =~# "detached"')
let s:seen.followed = fnamemodify(expand('%:p'), ':.')

call s:Write()
qall!
