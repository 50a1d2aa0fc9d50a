import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import type { RowAct, Sync } from '../../../../schemas/syncs';
import { actWord, type PlainAct, questionOf } from '../acts';
import type { Deciding } from '../useSyncs';
import { CustomerModal } from './CustomerModal';

type RowActsProps = { sync: Sync; deciding: Deciding };

/** All that this row allows; what cannot be taken back is asked first. */
export function RowActs( { sync, deciding }: RowActsProps ) {
	const [ asked, setAsked ] = useState< RowAct | null >( null );
	const { decide } = deciding;
	const begin = ( act: RowAct ) => {
		if ( act === 'choose_customer' || questionOf( act, sync ) ) {
			setAsked( act );
		} else {
			decide( { act, sync } );
		}
	};
	const close = () => setAsked( null );
	return (
		<>
			{ sync.acts.map( ( act, index ) => (
				<ActButton
					key={ act }
					act={ act }
					sync={ sync }
					deciding={ deciding }
					isFirst={ index === 0 }
					onClick={ () => begin( act ) }
				/>
			) ) }
			{ asked === 'choose_customer' && (
				<CustomerModal
					sync={ sync }
					onClose={ close }
					onChoose={ ( customer ) => {
						close();
						decide( { act: asked, sync, customer } );
					} }
				/>
			) }
			{ asked && asked !== 'choose_customer' && (
				<Question
					act={ asked }
					sync={ sync }
					onCancel={ close }
					onConfirm={ () => {
						close();
						decide( { act: asked, sync } );
					} }
				/>
			) }
		</>
	);
}

type ActButtonProps = RowActsProps & {
	act: RowAct;
	isFirst: boolean;
	onClick: () => void;
};

/** To try again is no decision, and what cannot be undone invites nobody. */
const NEVER_LIKELY: readonly RowAct[] = [ 'retry', 'reissue' ];

/** Order and row are named for those who hear one button after another. */
function ActButton( {
	act,
	sync,
	deciding: { busy, state },
	isFirst,
	onClick,
}: ActButtonProps ) {
	const isLikely =
		isFirst && sync.state === 'attention' && ! NEVER_LIKELY.includes( act );
	return (
		<Button
			variant={ isLikely ? 'primary' : 'secondary' }
			size="compact"
			isBusy={ busy === sync.id }
			disabled={ state.status === 'running' }
			accessibleWhenDisabled
			onClick={ onClick }
			aria-label={ namedAct( actWord( act ), sync ) }
		>
			{ actWord( act ) }
		</Button>
	);
}

export const namedAct = ( word: string, { order, what }: Sync ): string =>
	sprintf(
		/* translators: 1: what a button does, such as Retry, 2: number of an order, 3: what the row is about, such as Invoice. */
		__( '%1$s – order %2$s, %3$s', 'orderinvoicer' ),
		word,
		order.number,
		what
	);

type QuestionProps = {
	act: PlainAct;
	sync: Sync;
	onCancel: () => void;
	onConfirm: () => void;
};

function Question( { act, sync, ...answers }: QuestionProps ) {
	const question = questionOf( act, sync );
	return (
		question && (
			<ConfirmModal
				title={ question.title }
				confirmLabel={ actWord( act ) }
				{ ...answers }
			>
				{ question.text.map( ( paragraph ) => (
					<p key={ paragraph }>{ paragraph }</p>
				) ) }
			</ConfirmModal>
		)
	);
}
