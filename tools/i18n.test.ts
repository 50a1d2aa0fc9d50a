import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakingSpaces } from './i18n.ts';

test( 'a French sign never begins a line', () => {
	assert.deepEqual(
		breakingSpaces(
			[
				'msgid "Orders: %s"',
				'msgstr "Commandes : %s"',
				'',
				'msgid "“New” orders: all"',
				'msgstr ""',
				'"Commandes «\u00a0nouvelles\u00a0»"',
				'"\u00a0: toutes"',
				'',
				'msgid "%s order"',
				'msgid_plural "%s orders"',
				'msgstr[0] "%s commande"',
				'msgstr[1] ""',
				'"« %s"',
				'" » commandes"',
				'',
			].join( '\n' )
		),
		[ 'msgstr "Commandes : %s"', 'msgstr[1] "« %s » commandes"' ]
	);
} );
