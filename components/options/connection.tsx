import { type FormEvent, useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import type { OptionsDispatch, OptionsModel } from './model.ts';
import { Facts } from './part.tsx';

type Props = { model: OptionsModel; dispatch: OptionsDispatch };

/** Which server this browser talks to, as whom; or the place for the link that makes it so. */
export const Connection = ({ model, dispatch }: Props) =>
  model.connection && model.sync.state !== 'signed-out' ? (
    <Connected model={model} connection={model.connection} dispatch={dispatch} />
  ) : (
    <div className="flex flex-col gap-3">
      {(model.sync.state === 'signed-out' || model.sync.state === 'revoked') && (
        <p role="alert" className="text-alarm">
          {t(`options.state.${model.sync.state}`)}
        </p>
      )}
      <Pairing pairing={model.pairing} dispatch={dispatch} />
    </div>
  );

const Pairing = ({ pairing, dispatch }: { pairing: OptionsModel['pairing']; dispatch: OptionsDispatch }) => {
  const [link, setLink] = useState('');
  const busy = pairing.state === 'busy';
  const connect = (event: FormEvent) => {
    event.preventDefault();
    dispatch({ do: 'pair', link });
  };
  return (
    <form onSubmit={connect} noValidate className="flex flex-col gap-2.5 sm:flex-row sm:items-start">
      <Field
        className="flex-1"
        label={t('options.connection.link')}
        type="url"
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        value={link}
        error={pairing.state === 'failed' ? pairing.text : undefined}
        hint={t('options.connection.hint')}
        onChange={(event) => setLink(event.target.value)}
      />
      <Button type="submit" look="primary" disabled={busy} className="sm:mt-5.25">
        {t(busy ? 'options.connection.pairing' : 'options.connection.pair')}
      </Button>
    </form>
  );
};

type ConnectedProps = Props & { connection: NonNullable<OptionsModel['connection']> };
const Connected = ({ model: { sync }, connection, dispatch }: ConnectedProps) => {
  const [asking, setAsking] = useState(false);
  const { server, workspace, member, role, device } = connection;
  return (
    <>
      <Facts
        rows={[
          [t('options.connection.state'), t(`options.state.${sync.state}`)],
          [t('options.connection.member'), `${member}, ${t(`options.role.${role}`)}`],
          [t('options.connection.workspace'), workspace],
          [
            t('options.connection.server'),
            <span dir="ltr" key="server">
              {server}
            </span>,
          ],
          [
            t('options.connection.device'),
            <span dir="ltr" key="device">
              {device}
            </span>,
          ],
        ]}
      />
      <Button look="alarm" className="-ms-3.5 mt-3" onClick={() => setAsking(true)}>
        {t('options.connection.disconnect')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('options.connection.disconnect.sure')}
        {...(sync.pending > 0 && { text: t('options.connection.disconnect.pending', { n: sync.pending }) })}
      >
        <div className="flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>{t('panel.cancel')}</Button>
          <Button
            look="alarm"
            onClick={() => {
              dispatch({ do: 'disconnect' });
              setAsking(false);
            }}
          >
            {t('options.connection.disconnect.do')}
          </Button>
        </div>
      </Dialog>
    </>
  );
};
