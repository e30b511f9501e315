import type { Lines, Tongue } from './tongue.ts';

export const west = {
  pl: {
    hello: 'Dzień dobry,',
    questions: [
      ['stopień mielenia', 'Jak zmielić kawę do kawiarki? Mam tylko młynek ręczny.'],
      ['wysyłka', 'Czy wysyłacie paczkomatem do Zamościa?'],
      ['kawa bezkofeinowa', 'Czy bezkofeinowa jest odkofeiniana wodą?'],
    ],
    complaints: [
      ['opóźniona paczka', 'Paczka miała być w poniedziałek, jest piątek i cisza.'],
      ['złe mielenie', 'Zamawiałam ziarna, przyszła mielona.'],
    ],
    praise: [
      'Pachnie na całą klatkę schodową. Sąsiadka już pyta, skąd.',
      'Dziękuję za odręczną kartkę, bardzo miłe.',
    ],
    asides: ['To co zwykle, proszę.', 'Na prezent, bez rachunku w paczce.'],
    leaving: ['Wyjeżdżamy na dwa miesiące', 'Muszę na razie oszczędzać'],
    thanks: ['Już wszystko w porządku, dziękuję!', 'Dzięki, szybko poszło.'],
  },
  uk: {
    hello: 'Добрий день,',
    questions: [
      ['помел', 'Який помел потрібен для джезви?'],
      ['доставка', 'Чи доставляєте до Чернівців і скільки це днів?'],
    ],
    complaints: [
      ['затримка', 'Посилка запізнюється вже на п’ять днів.'],
      ['не той помел', 'Замовляла в зернах, прийшла мелена.'],
    ],
    praise: ['Кава чудова, гості просять адресу.', 'Дякую, що пам’ятаєте мій смак.'],
    asides: ['Як завжди, будь ласка.', 'Це на подарунок.'],
    leaving: ['Їдемо до батьків надовго', 'Поки що заощаджуємо'],
    thanks: ['Усе гаразд, дякую!', 'Дякую за швидку відповідь.'],
  },
  de: {
    hello: 'Guten Tag,',
    questions: [
      ['Mahlgrad', 'Welcher Mahlgrad passt für die Karlsbader Kanne?'],
      ['Ersatzteile', 'Gibt es für die Kamay noch Mahlwerke?'],
    ],
    complaints: [
      ['verspätete Lieferung', 'Seit einer Woche steht die Sendung auf „in Zustellung“.'],
      ['falsche Sorte', 'Bestellt war Sagada, gekommen ist der Entkoffeinierte.'],
    ],
    praise: ['Der beste Kaffee, den wir im Büro je hatten.', 'So freundlich wurde mir noch nie geantwortet.'],
    asides: ['Wie immer, bitte.', 'Bitte mit Rechnung auf die Firma.'],
    leaving: ['Wir sind länger unterwegs', 'Wir müssen gerade sparen'],
    thanks: ['Hat sich erledigt, danke!', 'Danke, das ging fix.'],
  },
  fr: {
    hello: 'Bonjour,',
    questions: [
      ['mouture', 'Quelle mouture pour une cafetière italienne ?'],
      ['livraison', 'Livrez-vous à la Réunion ?'],
    ],
    complaints: [
      ['colis en retard', 'Le colis devait arriver mardi, toujours rien.'],
      ['sachet ouvert', 'Le sachet est arrivé ouvert, la moitié dans le carton.'],
    ],
    praise: ['Un régal, mes clients en redemandent.', 'Merci pour le petit mot, ça m’a touchée.'],
    asides: ['Comme d’habitude.', 'C’est pour offrir.'],
    leaving: ['Nous partons quelque temps', 'Je dois faire attention en ce moment'],
    thanks: ['C’est réglé, merci !', 'Merci, réponse très rapide.'],
  },
  es: {
    hello: 'Buenos días,',
    questions: [
      ['molienda', '¿Qué molienda va bien para la cafetera italiana?'],
      ['envío', '¿Hacen envíos a Canarias?'],
    ],
    complaints: [
      ['retraso', 'El pedido lleva seis días de retraso.'],
      ['falta una bolsa', 'Pedí tres bolsas y han llegado dos.'],
    ],
    praise: ['Buenísimo, en el bar no paran de preguntar.', 'Gracias por acordarse de mí.'],
    asides: ['Lo de siempre, por favor.', 'Es para regalo.'],
    leaving: ['Cerramos unas semanas', 'Toca ahorrar una temporada'],
    thanks: ['Solucionado, gracias.', 'Gracias, qué rapidez.'],
  },
} satisfies Partial<Record<Tongue, Lines>>;
