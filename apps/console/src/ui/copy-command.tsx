import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconTerminal2 } from '@tabler/icons-react';
import { addressOf } from '../api/cells.js';
import { curlOf } from '../format/curl-of.js';
import type { CallToShow } from '../format/curl-of.js';
import { useText } from '../i18n/language.js';

interface CopyCommandProps {
  readonly region: string;
  readonly call: CallToShow;
  /** The same with the command line, where it can. */
  readonly cli?: string;
}

/** What is done here, as a command for a script or a colleague. */
export function CopyCommand({ region, call, cli }: CopyCommandProps) {
  const text = useText();
  const copy = (command: string): void => {
    void navigator.clipboard.writeText(command).then(
      () => notifications.show({ message: text('copy.done'), autoClose: 2_000 }),
      () => notifications.show({ message: command, title: text('copy.failed'), autoClose: false }),
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
