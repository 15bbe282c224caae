//@ dependency: ureq = "3"

pub fn in_a_loop(urls: &[String]) -> Result<usize, ureq::Error> {
    let mut sum = 0;
    for url in urls {
        sum += ureq::get(url).call()?.body_mut().read_to_string()?.len(); //~ one_shot_in_loop
    }
    Ok(sum)
}

pub fn with_an_agent(urls: &[String]) -> Result<usize, ureq::Error> {
    let agent = ureq::agent();
    let mut sum = 0;
    for url in urls {
        sum += agent.get(url).call()?.body_mut().read_to_string()?.len();
    }
    Ok(sum)
}
