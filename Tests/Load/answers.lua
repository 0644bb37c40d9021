-- One learner a thread: starts practice, answers whatever is asked, goes on with the next question, starts again.
-- Run with as many threads as connections, so that each thread is one learner with its own session.
local sessions = {}
for line in io.lines(os.getenv("BILIK_BENCH_SESSIONS")) do sessions[#sessions + 1] = line end
local counter = 0
local threads = {}

function setup(thread)
  counter = counter + 1
  thread:set("number", counter)
  table.insert(threads, thread)
end

function init(args)
  cookie = "bilik_session=" .. sessions[(number - 1) % #sessions + 1]
  competency = "4." .. ((number % 2) + 1)
  answers, shown, failed = 0, 0, 0
  state, attempt = "begin", nil
  body, path = nil, nil
end

local function get(address) return wrk.format("GET", address, { Cookie = cookie }) end

local function post(address, form)
  return wrk.format("POST", address,
    { Cookie = cookie, ["Content-Type"] = "application/x-www-form-urlencoded" }, form)
end

function request()
  if state == "begin" then return get("/account") end
  if state == "start" then return post("/practice/" .. competency, "form_token=" .. token) end
  if state == "show" then return get(attempt) end
  return post(path, body)
end

-- Any complete answer will do: the first choice, the first place for each row, a word, a number.
local function fill(page)
  local fields = { "form_token=" .. token }
  for name in page:gmatch('<select id="[^"]*" name="([^"]*)"') do
    local index = tonumber(name:match("%d+"))
    fields[#fields + 1] = name .. "=" .. (name:match("^place") and index + 1 or index)
  end
  if page:find('name="choice"', 1, true) then fields[#fields + 1] = "choice=0" end
  if page:find('name="text"', 1, true) then fields[#fields + 1] = "text=a" end
  if page:find('name="number"', 1, true) then fields[#fields + 1] = "number=1" end
  for name in page:gmatch('name="(blank%-%d+)"') do fields[#fields + 1] = name .. "=a" end
  return table.concat(fields, "&")
end

function response(status, headers, page)
  local location = headers["Location"] or headers["location"]
  if state == "begin" then
    token = page:match('name="form_token" value="(%x+)"')
    state = token and "start" or "begin"
    if not token then failed = failed + 1 end
  elseif state == "start" then
    attempt = location
    state = location and "show" or "begin"
  elseif state == "show" then
    if status == 200 then
      token = page:match('name="form_token" value="(%x+)"')
      path = page:match('action="(/attempts/%d+/answers/%d+)"')
      if path then
        body = fill(page)
        shown = shown + 1
        state = "answer"
      else
        state = "begin"
      end
    else
      state = "begin"
    end
  else
    if status == 303 and location:find("/answers/", 1, true) then
      answers = answers + 1
      state = "show"
    else
      failed = failed + 1
      state = "begin"
    end
  end
end

function done(summary, latency, requests)
  local total, lost = 0, 0
  for _, thread in ipairs(threads) do
    total = total + thread:get("answers")
    lost = lost + thread:get("failed")
  end
  io.write(string.format("answers %d failed %d\n", total, lost))
end
