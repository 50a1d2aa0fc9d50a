import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { View } from '../../../../api/useResource';
import { CheckField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import type { Sellsy } from '../../../../schemas/sellsy';
import type { Kind } from '../../../../schemas/settings';
import type { Shop } from '../../../../schemas/shop';
import { KIND_FACTS, kindWord, v1Reason } from '../../../settings/kinds';
import type { SettingsForm } from '../../../settings/useSettings';
import { hasV1 } from '../../../useSellsyLists';
import { conflictsOf } from '../conflicts';
import { purposeOf, switchWord } from '../words';
import { SellsyFields } from './SellsyFields';
import { TextFields } from './TextFields';
import { WhenFields } from './WhenFields';

export type KindProps = {
	kind: Kind;
	form: SettingsForm;
	shop: Shop;
	sellsy: View< Sellsy >;
};

/** One kind of document. Those that are off stay folded, so that a shop with invoices alone sees invoices alone. */
export function KindSection( props: KindProps ) {
	const { kind, form, sellsy } = props;
	const { enabled } = form.value[ kind ];
	const [ isUnfolded, setIsUnfolded ] = useState( kind === 'invoice' );
	const isOpen = isUnfolded || enabled;
	return (
		<Section
			title={ kindWord( kind ) }
			intro={ purposeOf( kind ) }
			actions={
				! enabled && (
					<FoldButton
						kind={ kind }
						isOpen={ isOpen }
						onClick={ () => setIsUnfolded( ! isUnfolded ) }
					/>
				)
			}
		>
			<Switch { ...props } />
			{ conflictsOf( kind, form.value, hasV1( sellsy ) ).map(
				( text ) => (
					<Message key={ text } status="warning">
						<p>{ text }</p>
					</Message>
				)
			) }
			{ isOpen && (
				<>
					<WhenFields { ...props } />
					<SellsyFields { ...props } />
					<TextFields { ...props } />
				</>
			) }
		</Section>
	);
}

type FoldButtonProps = { kind: Kind; isOpen: boolean; onClick: () => void };

function FoldButton( { kind, isOpen, onClick }: FoldButtonProps ) {
	const text = isOpen
		? __( 'Hide settings', 'orderinvoicer' )
		: __( 'Show settings', 'orderinvoicer' );
	return (
		<Button
			variant="tertiary"
			size="compact"
			aria-expanded={ isOpen }
			aria-label={ sprintf(
				/* translators: 1: "Show settings" or "Hide settings", 2: kind of document, such as Invoice. */
				__( '%1$s: %2$s', 'orderinvoicer' ),
				text,
				kindWord( kind )
			) }
			onClick={ onClick }
		>
			{ text }
		</Button>
	);
}

function Switch( { kind, form, sellsy }: KindProps ) {
	const { enabled } = form.value[ kind ];
	const isMissing =
		KIND_FACTS[ kind ].needsV1 && hasV1( sellsy ) === false && ! enabled;
	return (
		<CheckField
			label={ switchWord( kind ) }
			help={ isMissing ? v1Reason() : switchHelp( kind ) }
			checked={ enabled }
			disabled={ isMissing }
			onChange={ ( value ) => form.editGroup( kind, { enabled: value } ) }
		/>
	);
}

const switchHelp = ( kind: Kind ): string =>
	kind === 'creditnote'
		? __(
				'Without this, credit notes are made by hand in Sellsy.',
				'orderinvoicer'
			)
		: __( 'Without this, nothing happens by itself.', 'orderinvoicer' );
