package terms

import (
	"strings"
	"testing"
)

// Sentences in which an ordinary word is a technology. Each line is the term's
// name, a bar and the sentence.
const technologies = `
Go | Rewrote the ingest path in Go and halved its memory
Go | Wrote Go services behind Envoy
Go | Owned a Go microservice for ledgers
Go | Ported six cron jobs from Python to Go
Go | Stack: go, postgres, redis
Go | Backend work in Go, Java and Kotlin
Go | Six years of Go
R | Fitted survival models in R with ggplot2
R | Used Python or R for the weekly forecast
R | Tools: R, SAS, SQL
C | Wrote drivers in C for an STM32 board
C | Firmware in C and C++ for pumps
C | C, C++, Python
Swift | Built the checkout flow in Swift and UIKit
Swift | Swift developer for a banking app
Swift | Moved the app from Objective-C to Swift
Rust | Replaced the parser with one in Rust
Rust | Rust and WebAssembly in the browser
Rust | Published two Rust crates
Spring | Java services on Spring with PostgreSQL
Spring | Upgraded Spring 4 to 5 across nine repos
Spring | Java, Spring, Hibernate
Express | Node.js and Express for the storefront API
Express | Built a REST API with Express and MongoDB
Dash | Internal dashboards in Python with Dash and pandas
Dash | Python, Dash, Plotly
Excel | Cleaned ledgers in Excel before each close
Excel | Built pricing models with Excel and VBA
Excel | Advanced knowledge of Excel, PowerPoint and SAP
Microsoft Access | Replaced an Access database with PostgreSQL
Microsoft Access | Excel, Access, Outlook
Microsoft Word | Proficient with Word, Excel and PowerPoint
Microsoft Word | Templates in Word and SharePoint
React | Built the claims portal with React and TypeScript
React | Wrote reusable components in React
React | Node.js, React, GraphQL
Chef | Provisioned 400 servers with Chef and Terraform
Chef | Moved configuration from Chef to Ansible
Puppet | Managed Linux fleets with Puppet
Puppet | Ansible, Puppet, Terraform
Ruby | Maintained a Ruby monolith with Sidekiq
Ruby | Scripts in Ruby and Bash
Julia | Solvers in Julia and Python
Julia | Python, Julia, MATLAB
Scala | Spark jobs in Scala on EMR
Scala | Ported Java services to Scala
Flask | Wrote a Flask API for label printing
Flask | Python, Flask, SQLAlchemy
Helm | Packaged charts with Helm for Kubernetes
Helm | Deployed through Helm to three clusters
Helm | Kubernetes, Helm, Istio
Vault | Rotated database keys with Vault
Vault | Terraform, Vault, Consul
Lean | Applied Lean to the packaging line
Lean | Lean, Six Sigma, Kanban
agile | Led agile ceremonies for two squads
agile | Agile, Scrum and Kanban
Snowflake | Moved the warehouse to Snowflake and dbt
Spark | Wrote Spark jobs over Parquet files
Spark | Hadoop, Hive and Spark
Airflow | Scheduled 200 DAGs with Airflow
Unity | Shipped a puzzle game in Unity and C#
Phoenix | Built chat with Elixir and Phoenix
Elixir | Elixir, Erlang and RabbitMQ
Dart | Flutter and Dart for both stores
Jest | Unit tests with Jest and Cypress
Cypress | Covered checkout with Cypress tests in CI/CD
Mocha | JavaScript tests in Mocha and Chai
Playwright | Replaced Selenium with Playwright
Bamboo | Builds on Bamboo and Jenkins
Maven | Java builds with Maven
Babel | webpack, Babel, ESLint
Sketch | Prototypes in Sketch and Figma
Illustrator | Icons in Illustrator and Photoshop
Blender | Modelled props in Blender
Slack | Bots for Slack and Jira
Notion | Kept the handbook in Notion and Confluence
Tornado | Python services on Tornado and asyncio
Celery | Background work on Celery and Redis
Pyramid | Django, Pyramid and Flask
Bottle | Python, Bottle, SQLite
Swing | Desktop tools in Java Swing
Dagger | Android apps with Dagger and Retrofit
Retrofit | Kotlin, Retrofit, Room
Espresso | Android UI tests with Espresso
Cargo | Rust workspaces built with Cargo
Nomad | Scheduled batch work on Nomad and Consul
Envoy | Routed gRPC traffic through Envoy
Salesforce | Synced Salesforce with NetSuite
Oracle Database | Tuned Oracle and PostgreSQL databases
SAP | Migrated two plants to SAP
Stripe | Integrated the Stripe API for refunds
Segment | Events through the Segment SDK into BigQuery
Ray | Distributed training with Ray and PyTorch
Prophet | Forecasts in Python with Prophet
Autodesk Maya | Rigged characters in Maya, ZBrush and Houdini
Creo | Designed housings in Creo and SolidWorks
Inventor | AutoCAD, Inventor, SolidWorks
Workday | HRIS data from Workday, ADP and NetSuite
Epic | Interfaces for HL7 and Epic, Cerner
SOAP | Replaced SOAP with REST for partners
REST | Exposed REST endpoints over HTTPS
REST | SOAP and REST APIs
NAT | Configured VLANs, NAT and OSPF
RAID | Rebuilt RAID arrays on Linux servers
SAN | Ran SAN and NAS storage on VMware
SPI | Drivers for I2C, SPI and UART
Ada | Avionics code in Ada and C
Apex | Salesforce, Apex, SOQL
Locust | Load tests with Locust and k6
Ionic | Angular and Ionic for field staff
Linear | Jira, Linear, GitHub
Solr | Search on Solr and Elasticsearch
Segment | Segment, Mixpanel, BigQuery
Flutter | Shipped Flutter apps to both stores
Electron | A desktop client on Electron and React
Sentry | Wired Sentry and Datadog into the client
Windows | Patched Windows and Linux hosts
Gin | A Go service with Gin and GORM
Combine | SwiftUI and Combine for the feed
Makefile | Build scripts in Make and CMake
Singer | Airflow Singer Flask pipelines
ANR | Cut the ANR rate from 0.8% to 0.2%
R8 | Shrank the download by a third with R8 and ProGuard
Baseline Profiles | Halved cold start with Baseline Profiles
TalkBack | Tested each screen with TalkBack
VoiceOver | Labelled every control for VoiceOver
INP | Brought INP from 480 ms to 160 ms
CLS | LCP, INP and CLS in the field
Lighthouse | Ran Lighthouse in GitHub Actions on every change
single-page application | Split an SPA in TypeScript by route
single-page application | Built three SPAs with Vue.js
AUC | Raised AUC from 0.71 to 0.83
common table expressions | Rewrote SQL with a recursive CTE
row-level security | PostgreSQL with RLS for every tenant
inference | Cut the cost of inference on Kubernetes by half
Query Store | Found the regressed plans with Query Store
Conditional Access | Rolled out Conditional Access to 900 laptops
system hardening | Led the hardening of Linux hosts
availability | Kept the API at 99.99% availability
Raft | Wrote a key-value store on Raft
REST Assured | Wrote API checks in REST Assured and JUnit
axe-core | Audited 40 pages with axe and Cypress.io
Wiz | Scanned AWS accounts with Wiz
Cosign | Signed images with Cosign in GitHub Actions
Vale | Lints AsciiDoc with Vale in the pipeline
Gong.io | Logged calls in Gong and Salesforce
AWS Savings Plans | Bought Savings Plans for EC2 and Fargate
hardware abstraction layer | Wrote the HAL for STM32 boards
software composition analysis | Ran SAST, DAST and SCA on each build
CMM inspection | Measured castings on a CMM before release
process capability | Raised Cpk from 0.9 to 1.6
statement of work | Wrote the SOW for each engagement
design verification testing | Led bring-up through EVT, DVT and PVT
critical path method | Managed the critical path of a plant move
critical path method | Planned by the critical path method
lessons learned | Ran a lessons learned workshop per phase
career ladders | Wrote the career ladder for engineers
drift detection | Found configuration drift nightly
`

// Sentences in which it is not.
const words = `
Go | Go to the warehouse and count the stock
Go | Prepared the go to market plan
Go | The go-to person for payroll questions
Go | Customers on the go
Go | Let the project go after a review
Go | Ready to go live in May
Go | We go the extra mile
R | Led R&D in a firm of thirty
R | Robert R. Jones taught the course
R | Toys R Us, Boston
C | Raised a Series C of $40m
C | Presented to C-level readers
C | Joined the C-suite
C | Passed the exam with a grade C
C | Stored samples at 4 °C
C | 401(c) and 501(c) filings
Swift | Gave swift answers to customers
Swift | Swift response to outages
Swift | Taylor Swift tickets
Rust | Removed rust from hulls
Rust | Rust prevention on steel beams
Rust | Sales across the Rust Belt
Spring | Graduated in Spring 2019
Spring | Spring semester teaching assistant
Spring | Replaced a spring in the valve
Spring | Lived in Silver Spring
Spring | Launched the spring collection
Express | Express delivery of parcels
Express | Worked for American Express
Express | Asked users to express doubts
Dash | Met the dash to deadline
Dash | Added a dash of colour
Dash | Installed a dash cam in trucks
Excel | Teams that excel under pressure
Excel | Excel at service and hospitality
Microsoft Access | Gave patients access to records
Microsoft Access | Access to clean water for villages
Microsoft Access | Widened market access in Asia
Microsoft Word | Spread the word among neighbors
Microsoft Word | Word of mouth brought 40 clients
Microsoft Word | A word with the owner
React | Trained nurses to react to alarms
React | React quickly to complaints
React | Chemicals that react with water
Chef | Executive Chef of a hotel
Chef | Worked as a sous chef for a year
Chef | Hired a chef and four waiters
Puppet | Staged a puppet show for children
Puppet | Puppet theatre volunteer
Ruby | Sold ruby rings
Ruby | Ruby red was the brand's colour
Julia | Reported to Julia Brown
Julia | Julia and Mark ran the shop
Scala | Sang at La Scala in Milan
Flask | Filled each flask of reagent
Helm | Took the helm of a bakery
Helm | With a new leader at the helm
Vault | Guarded the bank vault
Vault | A pole vault champion
Makefile | Make customers happy
Makefile | We Make it easy for guests
Spring | A raise each Spring and a dinner
Ruby | Worked with Hugo and Ruby in one office
Lean | Kept a lean team
Lean | Could lean on volunteers
agile | Flexible and agile working from home
Snowflake | Cut paper snowflake ornaments
Spark | Sparked interest among donors
Spark | To spark joy among guests
Spark | Changed spark plugs
Airflow | Measured airflow in ducts
Unity | Built unity among volunteers
Phoenix | Managed a shop in Phoenix, Arizona
Phoenix | Lived in Phoenix for a decade
Elixir | No elixir for all ills
Dart | Won a dart tournament
Jest | Said in jest
Cypress | Planted cypress trees
Mocha | Served mocha and tea
Bamboo | Floors made of bamboo
Maven | A marketing maven
Babel | The tower of Babel
Sketch | Drew a sketch of the stage
Illustrator | Worked as a freelance illustrator
Blender | Cleaned the blender daily
Slack | Took up the slack in August
Notion | Challenged the notion that gifts decline
Tornado | Helped after a tornado
Celery | Chopped celery and onions
Pyramid | Toured the pyramid sites
Bottle | Filled a bottle a second
Swing | Covered the swing shift
Dagger | Restored a bronze dagger
Retrofit | Planned the retrofit of a boiler
Espresso | Poured espresso for commuters
Cargo | Tracked cargo ships
Cargo | Handled air cargo in Memphis
Nomad | Lived as a digital nomad
Envoy | Served as trade envoy
Segment | Opened a new customer segment
Ray | Took X-ray pictures of bones
Ray | Ray Charles tribute band
Prophet | Studied the prophet in scripture
Linear | Taught linear algebra
Stripe | Painted a stripe on the road
Oracle Database | Consulted the oracle
Conan | Wrote on Conan Doyle
SOAP | Made soap from oils
REST | The rest of the budget went to rent
REST | Gave patients bed rest
REST | Rest assured that it works
SAN | Moved from San Diego to Texas
RAID | Joined a police raid
Apex | At the apex of the tower
Ada | Checked ramps for ADA compliance
Locust | Sprayed against locust swarms
Linear | Worked in a linear fashion
Eclipse | Watched the solar eclipse
Zoom | Used a zoom lens
Outlook | Kept a positive outlook
Workday | An eight hour workday
Epic | An epic journey over the Alps
Inventor | An inventor with three patents
Microsoft Teams | Led Engineering Teams across three sites
Microsoft Teams | Built teams that last
Amplitude | The amplitude of each wave
Confluence | At the confluence of two rivers
Confluence | A confluence of events
Windows | Washed windows on towers
Sentry | Stood sentry duty at night
Gin | Sold gin and rum
Combine | Drove a combine harvester
Combine | Combine flour with eggs
Census | Collected US Census data
Greenhouse | Cut greenhouse gas emissions
Fiber | Laid fiber optic lines
Less | Spent less than planned
Assembly | Ran the final assembly line
Move | Helped families move on
Hack | Won the hack day
Composer | Trained as a composer
R8 | Sold the Audi R8 to collectors
Baseline Profiles | Compared baseline profiles of patients
TalkBack | Ran talkback evenings after the show
VoiceOver | Hired a voiceover artist
Lighthouse | Restored the lighthouse of the island
Lighthouse | Volunteered at Lighthouse Church
single-page application | Ran the spa of a hotel
single-page application | Advised on the SPA programme of the region
common table expressions | Chaired the CTE program of the district
inference | Drew an inference from the survey
Query Store | Helped customers query store hours
Conditional Access | Granted conditional access to the archive
system hardening | Studied work hardening of steel
availability | Weekend availability is a must
availability | Checked the availability of rooms
Raft | Crossed the river on a raft
Raft | A raft of measures
Microsoft Word | Send your letter as PDF or Word
agile | A dynamic and agile firm
high throughput | Ran high-throughput sequencing of samples
networking | Hosted networking events for founders
authorization | Work authorization is required
REST Assured | Rest assured, we will call you
axe-core | Split logs with an axe
Wiz | Known as the math Wiz of the class
Cosign | Asked parents to cosign a loan
Vale | Hiked the Vale of Glamorgan
Maze.co | Designed a maze for rats
Gong.io | Struck the gong at dawn
AWS Savings Plans | Advised on retirement Savings Plans
hardware abstraction layer | Sold parts to HAL in Bangalore
design verification testing | Treated patients with DVT
critical path method | Took calls off the critical path
lessons learned | Shared lessons learned with neighbors
career ladders | Helps you climb the career ladder
one-on-ones | Gave one-on-one tutoring
statement of work | Helped farmers sow wheat
`

// TestOrdinaryWords reads each sentence as running text.
func TestOrdinaryWords(t *testing.T) {
	for _, group := range []struct {
		lines string
		want  bool
	}{{technologies, true}, {words, false}} {
		for line := range strings.Lines(strings.TrimSpace(group.lines)) {
			name, sentence, _ := strings.Cut(strings.TrimSpace(line), " | ")
			if found := names(Default().Find(sentence)); strings.Contains(", "+found+", ", ", "+name+", ") != group.want {
				t.Errorf("%q: found %q, %s: %v is wrong", sentence, found, name, !group.want)
			}
		}
	}
}
