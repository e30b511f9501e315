import type { PlaceId } from '../shop.ts';
import type { Tongue } from '../lines/tongue.ts';

/** A name in its own script; the second form is what its bearer would put into an address. */
export type Spelled = string | readonly [native: string, latin: string];
export type NamePool = {
  tongue: Tongue;
  places: readonly [PlaceId, ...PlaceId[]];
  /** How common they are among the shop's customers. */
  weight: number;
  given: readonly [Spelled, ...Spelled[]];
  family: readonly [Spelled, ...Spelled[]];
  /** Family name first, without a space between for CJK. */
  order?: 'family-first' | 'family-first-joined';
  /** Cafés, offices and hotels of these parts, with the domain they write from. */
  companies: readonly [readonly [string, string], ...(readonly [string, string])[]];
};

export const namePools: readonly [NamePool, ...NamePool[]] = [
  {
    tongue: 'en',
    places: ['manila', 'cebu', 'davao'],
    weight: 40,
    given: [
      'Angelica', 'Bea', 'Carlo', 'Dianne', 'Enzo', 'Fatima', 'Gio', 'Hazel', 'Isabel', 'Jericho', 'Katrina',
      'Luis', 'Mikaela', 'Nico', 'Patricia', 'Rafael', 'Sofia', 'Trisha', 'Vince', 'Andrea', 'Paolo', 'Camille',
    ],
    family: [
      'Aquino', 'Bautista', 'Castillo', 'Dela Cruz', 'Espinosa', 'Fernandez', 'Garcia', 'Hidalgo', 'Ilagan',
      'Lacson', 'Magsaysay', 'Navarro', 'Ocampo', 'Pangilinan', 'Quiambao', 'Reyes', 'Soriano', 'Tolentino',
      'Uy', 'Villareal', 'Yap', 'Muñoz', 'Peñaflor',
    ],
    companies: [
      ['Kanto Coffee', 'kantocoffee.example'], ['Habagat Café', 'habagat.example'],
      ['Silong Workspace', 'silong.example'], ['Merienda House', 'meriendahouse.example'],
      ['Hotel Amihan', 'hotelamihan.example'], ['Bahay Kubo Brunch', 'bahaykubo.example'],
      ['Third Cup Cebu', 'thirdcup.example'], ['Dapit-hapon Bakery', 'dapithapon.example'],
    ],
  },
  {
    tongue: 'fil',
    places: ['quezon', 'baguio', 'davao'],
    weight: 34,
    given: [
      'Amihan', 'Bayani', 'Corazon', 'Dalisay', 'Efren', 'Flordeliza', 'Gloria', 'Honesto', 'Imelda', 'Jomar',
      'Ligaya', 'Marikit', 'Nestor', 'Perla', 'Rodel', 'Sampaguita', 'Teresita', 'Wilma', 'Luzviminda', 'Kidlat',
    ],
    family: [
      'Abueva', 'Balagtas', 'Catacutan', 'Dimaculangan', 'Gatchalian', 'Lualhati', 'Macaraeg', 'Manansala',
      'Panganiban', 'Salonga', 'Tagumpay', 'Wagas', 'Dimaandal', 'Magpantay', 'Batungbakal', 'Capulong',
    ],
    companies: [
      ['Kapehan sa Session Road', 'kapehan.example'], ['Karinderya ni Aling Perla', 'alingperla.example'],
      ['Tsokolate at Kape', 'tsokolateatkape.example'], ['Panaderya Ligaya', 'panaderyaligaya.example'],
    ],
  },
  {
    tongue: 'pl',
    places: ['warsaw'],
    weight: 18,
    given: ['Agnieszka', 'Bogusław', 'Grażyna', 'Jędrzej', 'Katarzyna', 'Łukasz', 'Małgorzata', 'Paweł', 'Róża', 'Stanisław', 'Żaneta', 'Michał'],
    family: ['Dąbrowski', 'Gołąb', 'Jabłońska', 'Kościelna', 'Ćwik', 'Mróz', 'Pączek', 'Szczęsna', 'Wójcik', 'Zięba', 'Źrebiec', 'Kaczmarek'],
    companies: [['Kawiarnia Pod Kasztanem', 'podkasztanem.example'], ['Palarnia Świt', 'palarniaswit.example'], ['Cukiernia Zgoda', 'zgoda.example']],
  },
  {
    tongue: 'th',
    places: ['bangkok'],
    weight: 14,
    given: [['สมชาย', 'somchai'], ['ณัฐพร', 'nattaporn'], ['กมลชนก', 'kamolchanok'], ['ธนกร', 'thanakorn'], ['พิมพ์ชนก', 'pimchanok'], ['วรัญญา', 'waranya'], ['ศิริพร', 'siriporn'], ['อาทิตย์', 'arthit'], ['ปวีณา', 'paweena']],
    family: [['ศรีสุข', 'srisuk'], ['วงศ์ทอง', 'wongthong'], ['จันทร์เพ็ญ', 'chanpen'], ['บุญมี', 'boonmee'], ['แก้วใส', 'kaewsai'], ['รักไทย', 'rakthai'], ['ทองคำ', 'thongkham']],
    companies: [['ร้านกาแฟหอมกรุ่น', 'homkrun.example'], ['บ้านคั่วกาแฟ', 'baankhua.example'], ['โรงแรมริมน้ำ', 'rimnam.example']],
  },
  {
    tongue: 'ms',
    places: ['kualaLumpur'],
    weight: 14,
    given: ['Aisyah', 'Hafiz', 'Nurul Huda', 'Farhan', 'Siti Khadijah', 'Amirul', 'Zulaikha', 'Izzat', 'Balqis', 'Syafiq'],
    family: ['binti Rahman', 'bin Ismail', 'binti Yusof', 'bin Othman', 'Abdullah', 'Kamaruddin', 'Zainal', 'Mohd Noor', 'Hashim'],
    companies: [['Kopi Warisan', 'kopiwarisan.example'], ['Dapur Mak Long', 'dapurmaklong.example'], ['Kedai Kopi Senja', 'kopisenja.example']],
  },
  {
    tongue: 'fa',
    places: ['tehran', 'dubai', 'toronto'],
    weight: 12,
    given: [['شیرین', 'shirin'], ['آرش', 'arash'], ['نیلوفر', 'niloufar'], ['کامران', 'kamran'], ['پریسا', 'parisa'], ['بهروز', 'behrouz'], ['لیلا', 'leila'], ['سهراب', 'sohrab'], ['ژاله', 'zhaleh']],
    family: [['احمدی', 'ahmadi'], ['رضایی', 'rezaei'], ['کاشانی', 'kashani'], ['موسوی', 'mousavi'], ['تهرانی', 'tehrani'], ['یزدانی', 'yazdani'], ['گلستان', 'golestan']],
    companies: [['کافه انار', 'cafeanar.example'], ['قهوه‌خانهٔ باغ', 'ghahvebagh.example']],
  },
  {
    tongue: 'ar',
    places: ['dubai'],
    weight: 9,
    given: [['ليلى', 'layla'], ['يوسف', 'yousef'], ['مريم', 'maryam'], ['خالد', 'khaled'], ['نورة', 'noura'], ['سامي', 'sami'], ['هالة', 'hala']],
    family: [['الحداد', 'alhaddad'], ['منصور', 'mansour'], ['الزهراني', 'alzahrani'], ['قاسم', 'qasim'], ['النجار', 'alnajjar'], ['صالح', 'saleh']],
    companies: [['مقهى الواحة', 'alwaha.example'], ['محمصة النخيل', 'alnakheel.example']],
  },
  {
    tongue: 'ja',
    places: ['tokyo'],
    weight: 14,
    given: [['陽子', 'yoko'], ['健太', 'kenta'], ['美咲', 'misaki'], ['大輔', 'daisuke'], ['さくら', 'sakura'], ['直樹', 'naoki'], ['恵', 'megumi'], ['拓海', 'takumi']],
    family: [['佐藤', 'sato'], ['小林', 'kobayashi'], ['山本', 'yamamoto'], ['渡辺', 'watanabe'], ['中村', 'nakamura'], ['藤井', 'fujii'], ['岡田', 'okada']],
    order: 'family-first-joined',
    companies: [['喫茶みなと', 'minato-kissa.example'], ['珈琲工房はる', 'haru-coffee.example'], ['純喫茶ひかり', 'hikari-kissa.example']],
  },
  {
    tongue: 'ko',
    places: ['seoul'],
    weight: 7,
    given: [['지훈', 'jihoon'], ['서연', 'seoyeon'], ['민준', 'minjun'], ['하은', 'haeun'], ['도윤', 'doyun']],
    family: [['김', 'kim'], ['박', 'park'], ['이', 'lee'], ['최', 'choi'], ['정', 'jung']],
    order: 'family-first-joined',
    companies: [['카페 느림', 'cafe-neurim.example'], ['로스터리 봄', 'roastery-bom.example']],
  },
  {
    tongue: 'vi',
    places: ['hanoi'],
    weight: 8,
    given: [['Thị Hương', 'huong'], ['Văn Đức', 'duc'], ['Minh Châu', 'minhchau'], ['Quốc Bảo', 'quocbao'], ['Ngọc Ánh', 'ngocanh'], ['Thùy Dương', 'thuyduong']],
    family: ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đặng', 'Vũ'],
    order: 'family-first',
    companies: [['Cà Phê Ngõ Nhỏ', 'ngonho.example'], ['Tiệm Rang Sớm Mai', 'sommai.example']],
  },
  {
    tongue: 'uk',
    places: ['kyiv'],
    weight: 10,
    given: [['Оксана', 'oksana'], ['Тарас', 'taras'], ['Ганна', 'hanna'], ['Богдан', 'bohdan'], ['Соломія', 'solomiia'], ['Євген', 'yevhen'], ['Ірина', 'iryna']],
    family: [['Коваленко', 'kovalenko'], ['Шевчук', 'shevchuk'], ['Бондар', 'bondar'], ['Мельник', 'melnyk'], ['Їжак', 'yizhak'], ['Гончар', 'honchar']],
    companies: [['Кав’ярня «Ранок»', 'kava-ranok.example'], ['Обсмажка', 'obsmazhka.example']],
  },
  {
    tongue: 'de',
    places: ['berlin'],
    weight: 12,
    given: ['Jörg', 'Käthe', 'Lukas', 'Friederike', 'Günter', 'Anneliese', 'Tobias', 'Heike'],
    family: ['Müller', 'Größler', 'Schäfer', 'Weiß', 'Krüger', 'Lindemann', 'Böhm', 'Vogt'],
    companies: [['Rösterei Morgenrot', 'morgenrot.example'], ['Café Süßholz', 'suessholz.example']],
  },
  {
    tongue: 'fr',
    places: ['paris'],
    weight: 10,
    given: ['Élodie', 'François', 'Anaïs', 'Noël', 'Maëlle', 'Jérôme', 'Zoé', 'Benoît'],
    family: ['Lefèvre', 'Garçon', 'Béranger', 'Dupré', 'Hervé', 'Müntz', 'L’Hôpital', 'Chauvière'],
    companies: [['Le Comptoir du Matin', 'comptoirdumatin.example'], ['Torréfaction Belleville', 'belleville.example']],
  },
  {
    tongue: 'es',
    places: ['madrid'],
    weight: 9,
    given: ['Íñigo', 'Begoña', 'Joaquín', 'Lucía', 'Sebastián', 'Martina', 'Ximena'],
    family: ['Ibáñez', 'Núñez', 'Peralta', 'Güell', 'Zúñiga', 'Cárdenas', 'Ferrer'],
    companies: [['Café La Esquina', 'laesquina.example'], ['Tostadero Norte', 'tostaderonorte.example']],
  },
  {
    tongue: 'en',
    places: ['london', 'seattle', 'toronto', 'singapore'],
    weight: 16,
    given: ['Siobhán', 'Rhys', 'Imogen', 'Kwame', 'Priya', 'Elliot', 'Wei Ling', 'Zoë', 'Desmond', 'Anjali', 'Björn', 'Aoife'],
    family: ['O’Sullivan', 'Fairweather', 'Mensah', 'Iyer', 'Tan', 'Llewellyn', 'Ashworth', 'Nakagawa', 'Lindqvist', 'de Souza', 'Okafor'],
    companies: [['Slow Morning Roasters', 'slowmorning.example'], ['The Tin Kettle', 'tinkettle.example'], ['Harbour Street Coffee', 'harbourstreet.example'], ['Northlight Studio', 'northlight.example']],
  },
];
