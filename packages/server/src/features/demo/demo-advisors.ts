import type { AnnouncementTexts } from '@kase/shared/announcements/announcement.schema.ts'
import type { StaffLanguage } from '@kase/shared/locales.ts'

/** The demo's regional advisors: invented people in the organisations that answer in the municipalities of the demo's employers. */
export interface DemoAdvisor {
  readonly name: string
  readonly email: string
  /** One of the municipalities that the organisation answers in. */
  readonly municipality: string
  readonly announcement: { readonly sourceLanguage: StaffLanguage; readonly lastDayIn: number }
}

export const demoAdvisors: readonly DemoAdvisor[] = [
  {
    name: 'Aino Esimerkki',
    email: 'aino@kaustinen.example',
    municipality: 'veteli',
    announcement: { sourceLanguage: 'fi', lastDayIn: 30 },
  },
  {
    name: 'Stina Exempel',
    email: 'stina@ostrobothnia.example',
    municipality: 'narpio',
    announcement: { sourceLanguage: 'sv', lastDayIn: 30 },
  },
]

const byPerson = (title: string, body: string) => ({ title, body, state: 'translated' }) as const
const byMachine = (title: string, body: string) => ({ title, body, state: 'machine' }) as const

/** In the languages of the staff and of the demo's workers. */
export const demoAnnouncement: AnnouncementTexts = {
  fi: byPerson(
    'Palvelupisteet ovat kiinni arkipyhinä',
    'Tarkista aukioloajat, ennen kuin lähdet. Hätänumero 112 vastaa aina.',
  ),
  sv: byPerson(
    'Servicepunkterna är stängda på helgdagar',
    'Kontrollera öppettiderna innan du åker. Nödnumret 112 svarar alltid.',
  ),
  en: byPerson(
    'Service points are closed on public holidays',
    'Check the opening hours before you go. The emergency number 112 always answers.',
  ),
  ro: byMachine(
    'Punctele de servicii sunt închise în zilele de sărbătoare legală',
    'Verificați programul înainte de a pleca. La numărul de urgență 112 răspunde întotdeauna cineva.',
  ),
  vi: byMachine(
    'Các điểm dịch vụ đóng cửa vào ngày lễ',
    'Hãy xem giờ mở cửa trước khi đi. Số khẩn cấp 112 luôn có người trả lời.',
  ),
  fil: byMachine(
    'Sarado ang mga service point tuwing pista opisyal',
    'Tingnan ang oras ng pagbubukas bago pumunta. Laging may sumasagot sa numerong pang-emergency na 112.',
  ),
  uk: byMachine(
    'У святкові дні пункти обслуговування зачинені',
    'Перевірте години роботи, перш ніж їхати. За номером екстреної допомоги 112 відповідають завжди.',
  ),
  ar: byMachine(
    'مراكز الخدمة مغلقة في أيام العطل الرسمية',
    'تحقق من ساعات العمل قبل الذهاب. رقم الطوارئ 112 يجيب دائماً.',
  ),
  th: byMachine('จุดบริการปิดในวันหยุดนักขัตฤกษ์', 'ตรวจสอบเวลาเปิดทำการก่อนไป หมายเลขฉุกเฉิน 112 มีคนรับสายเสมอ'),
  ne: byMachine('सार्वजनिक बिदामा सेवा केन्द्रहरू बन्द रहन्छन्', 'जानुअघि खुल्ने समय हेर्नुहोस्। आपत्कालीन नम्बर 112 मा सधैँ जवाफ पाइन्छ।'),
}
