import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconTerminal2 } from '@tabler/icons-react';
import { addressOf } from '../api/cells.js';
import { curlOf } from '../format/curl-of.js';
import type { CallToShow } from '../format/curl-of.js';
import { useText } from '../i18n/language.js';
import { useNotify } from './notify.js';

interface CopyCommandProps {
  readonly region: string;
  readonly call: CallToShow;
  /** The same with the command line, where it can. */
  readonly cli?: string;
}

/** What is done here, as a command for a script or a colleague. */
export function CopyCommand({ region, call, cli }: CopyCommandProps) {
  const text = useText();
  const notify = useNotify();
  const copy = (command: string): void => {
    void navigator.clipboard.writeText(command).then(
      () => notify(text('copy.done')),
      () => notify(command, text('copy.failed')),
    );
  };
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconTerminal2 size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {text('copy.as')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => copy(curlOf(addressOf(region), call))}>curl</Menu.Item>
        {cli !== undefined && <Menu.Item onClick={() => copy(cli)}>CLI</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
