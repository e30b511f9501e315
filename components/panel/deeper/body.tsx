import { Deal } from './deal.tsx';
import type { DeeperProps, SectionId } from './deeper.tsx';
import { Person } from './person.tsx';
import { Promises } from './promises.tsx';
import { Stages } from './stages.tsx';
import { Tags } from './tags.tsx';
import { Worth } from './worth.tsx';

/** The section that is open. */
export const Body = ({ section, ...rest }: DeeperProps & { section: SectionId }) => {
  switch (section) {
    case 'worth':
      return <Worth {...rest} />;
    case 'deal':
      return <Deal {...rest} />;
    case 'person':
      return <Person {...rest} />;
    case 'stages':
      return <Stages {...rest} />;
    case 'promises':
      return <Promises {...rest} />;
    case 'tags':
      return <Tags {...rest} />;
  }
};
