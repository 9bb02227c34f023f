/** The same in English. */
export const english = `
Autumn concert
Christmas concert 12.12.2026
Christmas concert, 12 December 2026 at 6 pm
Spring concert on 14 March 2026
Family day Sun 3 May, 10–2
New Year's concert 31 Dec 2025 17:30
Opening night 24 September 2026
Performances 24 Sept – 12 Dec 2026
Puppet theatre 1–5 June
Film club 7 Oct, 14 Oct and 21 Oct
Art exhibition 1 Feb – 31 Aug 2026
Guided tour at 13:00
Tours at 13:30 and 15:30
Pottery course, spring 2026
Pottery course 12.1.–20.4.2026, 14 times
Watercolour Mon 17:30–20:00
Gym class Tue 9:15–10:00
Course number 1203456
The choir at 50
Orchestra, 100 years
Symphony No. 5
Beethoven's Ninth
Sibelius: Finlandia Op. 26
Composer (b. 1950)
Poet, born 1923
Born to Run
Born in the USA
Born on the Fourth of July
Children's theatre, ages 3–6
For over 7s
Circus 2026
Jazz festival 9–12 July 2026
Book fair 22–25 October 2026
Gym, ten visits
Swimming, single ticket
Pool open 6:30–20:30
Bowling, 1 hour
Ice hockey 3–2
100 m and 400 m hurdles
Marathon 42.195 km
Nature trail 5 km
Skiing 10 km
Planetarium 45 min
Stand-up vol. 12
24/7 improv
Dance 7 Nov, 19:00–23:00
Hall 1, row 12, seat 34
Row 5 seat 10
2 adults, 3 children
Tickets €12.50
Tickets 25/20/15 €
Price €1,250.00
Grant 040 000 euros
Presale €12 + fee €2.50
At most 2 tickets a card
At most 100 seats
Open Mon–Fri 9–17, Sat 10–15
Open 09.00-16.00
Open 09-17
Open weekdays 08-20 Sat 10-18
Desk opens at 17:00
Doors 18:30, show 19:00
Interval 20 min
Week 12
May 2026
05/2026
05/2026-06/2026
2026–2027
School year 2026-2027
10 June 2026 – 15 August 2026
2026-03-15
March 15, 2026
3/15/2026
09.12.2026 at 18.00
12.06.26
Postal code 00100
00100 Helsinki
87100 Kajaani
Postal codes 00100, 00120 and 00130
Business ID 1234567-8
Business ID 0112038-9
VAT FI12345678
Card ES12345
Device 3
Desk 2, tablet
Order 2026-00123
Invoice 1002345
Decision 45/2026
Regulation (EU) 2016/679
ISBN 978-952-264-123-4
Version 1.2.80
Section 4.2.1
Pages 12–14
Table 12.1
3 x 20 min
80s disco
Hits of the 1980s
In 1918
1939–1945
Church from 1780
Built in 1925, repaired in 1998
City theatre
National Gallery
Cultural centre, room 3
Library, second floor
Room 204 B
Class 3 A
Main road 4 closed
Abbey Road, 50 years
Abbey Road Live
Sesame Street Live
Avenue Q
42nd Street
Street art walk
Street food 2026
Broadway 2026
On the Road
3 days on the road
5 minutes by road
The Silk Road, part 3
Platform 9
Line 12 A
Bus 110
Train 42 at 8:04
Renovation
Renovation 1 June – 31 August
The work takes 12 weeks
Water damage, closed for now
Closed 24.12.–6.1.
Closed at midsummer, 19–21 June 2026
Summer break 1.6.2026–31.8.2026
Short of staff
Permit ended on 31 December 2025
Agreement ends 30.6.2026
Pilot 1.9.2025–31.8.2026
The area joins on 1 January 2027
The municipality has left
The unit moves on 1 January 2026
The unit gives out some 40 cards a year
New name from 1 March 2026
The organisations merged
Same issuer already listed
Request needs more detail
Association of 120 members
Workshop for ages 18–29
Rehabilitation
Work with immigrants, 5 languages
A child was forgotten
The card says 2, the register 1
There were 3 children, not 2
The child was born last week
The whole family was there
Family with 4 children
Assistant came along
Interpreter came along
Signed tour
Audio-described show
Relaxed performance
Induction loop in rows 1–8
6 wheelchair places
Lift to floor 2, door 90 cm
Step 2 cm, ramp 1:12
Step-free entrance from the yard
Guide dogs welcome
Collect the ticket at the desk
Tickets at lippu.fi
Tickets: lippu.fi
Book at www.teatteri.fi/liput
Buy tickets at teatteri.fi
More at https://www.teatteri.fi/kaiku
Find us at teatteri.fi
Meet at the front door
Live at the Apollo
Party @ the library
Follow @citytheatre
#kaikukortti #culture
Show the card at the desk
Valid for 12 months
Valid until 14 March 2027
Not for guest performances
Free for under 7s
Under 18 free
Aged 16 or over
Materials €15
Course fee €48, with the card €0
One course a term
Enrolment opens 18 August at 9
Cancel 10 days before
We keep the seat for 15 min
Ask at the desk
120 seats in all
Group 2, 10:15
Café open 11–15
Lunch 11:00–13:30
Parking 2 h
Festival pass Fri–Sun
Exception because of weather
Frost -25
Storm warning 2.1.2026
Power cut
Pandemic 2020–2021
State of emergency 16.3.2020–31.5.2020
Cards extended to 31 August 2026
Terms of 26 February 2025
In force from 26.2.2025
Decision of the board 12.11.2026
Minutes 3/2026, item 14
Age limit changed from 16 to 18
Visitors 1 234
12,345 visitors in 2025
Height 180 cm
101 Dalmatians
20,000 Leagues
Seven Brothers
1001 Nights
Fahrenheit 451
Catch-22
Birthday concert 14.3.2026
Founded in 1872
Dot to dot
Cat and dog show
At last
Big Bang at 60
Tickets 10/8 e
Course 4021337
Est. 14.5.1987
Group of 12 from school
Row A seat 12
Room A 3
Stage 2, door B 4
EM 2026 Finland-Sweden 2-1
ISO 9001:2015
WCAG 2.1
meet at 12.30`
