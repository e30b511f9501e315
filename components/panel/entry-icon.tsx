import {
  Activity,
  ArrowRightLeft,
  BotOff,
  CircleCheck,
  CircleHelp,
  CreditCard,
  Eye,
  Flag,
  Handshake,
  type LucideIcon,
  Mail,
  MessageCircle,
  Milestone,
  Package,
  PenLine,
  Phone,
  Repeat,
  Send,
  Sparkles,
  Star,
  StickyNote,
  UserRoundPen,
  Users,
} from 'lucide-react';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { cx } from '../ui/cx.ts';

const touches: Record<string, LucideIcon> = {
  EMAIL: Mail,
  CALL: Phone,
  MEETING: Users,
  NOTE: StickyNote,
  TASK: CircleCheck,
  COMMUNICATION: MessageCircle,
  POSTAL_MAIL: Send,
};
/** By the first words of the event's name; the first that fits. */
const kinds: [RegExp, LucideIcon, string][] = [
  [/^Complaint (Raised|Reopened)/, Flag, 'text-alarm'],
  [/^(Complaint|Promise Kept|Question Answered|Feedback Closed|Action)/, CircleCheck, 'text-green'],
  [/^Question/, CircleHelp, 'text-yellow'],
  [/^Order/, Package, 'text-leaf'],
  [/^(Payment|Price|Checkout)/, CreditCard, 'text-soft'],
  [/^(Cancel|Subscription|Trial)/, Repeat, 'text-soft'],
  [/^(Feedback|Product Reviewed)/, Star, 'text-yellow'],
  [/^(Promise|Referral|Champion)/, Handshake, 'text-soft'],
  [/^Live Chat/, MessageCircle, 'text-soft'],
  [/^Email/, Mail, 'text-soft'],
  [/^Stage/, Milestone, 'text-soft'],
  [/^(First Value|Idea)/, Sparkles, 'text-leaf'],
  [/^(Need|Competitor|Profile|Special|Persona|MEDDIC|Lapse)/, UserRoundPen, 'text-soft'],
  [/^(Claim|Concern)/, PenLine, 'text-soft'],
  [/^Handed/, ArrowRightLeft, 'text-leaf'],
  [/^Automations/, BotOff, 'text-soft'],
  [/^(Page|Product|Promotion|Cart|Content)/, Eye, 'text-soft'],
];

export const EntryIcon = ({ entry: { type, data } }: { entry: TimelineEntry }) => {
  const [, Icon, tone] =
    type === 'Touchpoint Logged'
      ? [
          null,
          touches[String(data.kind)] ?? MessageCircle,
          data.direction === 'in' ? 'text-leaf' : 'text-soft',
        ]
      : (kinds.find(([name]) => name.test(type)) ?? [null, Activity, 'text-soft']);
  return <Icon size={15} aria-hidden className={cx('mt-0.5 shrink-0', tone)} />;
};
