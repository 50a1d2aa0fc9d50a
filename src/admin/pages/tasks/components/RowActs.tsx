import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { ConfirmModal } from '../../../../components/ConfirmModal';
import type { RowAct, Task } from '../../../../generated/schemas';
import { actWord, type PlainAct, questionOf, type SaidAct } from '../acts';
import type { Deciding } from '../useTasks';
import { CustomerModal } from './CustomerModal';
import { RefusalModal } from './RefusalModal';

type RowActsProps = { task: Task; deciding: Deciding };

/** All that this row allows; what cannot be taken back is asked first. */
export function RowActs( { task, deciding }: RowActsProps ) {
	const [ asked, setAsked ] = useState< RowAct | null >( null );
	const { decide } = deciding;
	const begin = ( act: RowAct ) => {
		if ( isSaid( act ) || questionOf( act, task ) ) {
			setAsked( act );
		} else {
			decide( { act, task } );
		}
	};
	const close = () => setAsked( null );
	return (
		<>
			{ task.acts.map( ( act, index ) => (
				<ActButton
					key={ act }
					act={ act }
					task={ task }
					deciding={ deciding }
					isFirst={ index === 0 }
					onClick={ () => begin( act ) }
				/>
			) ) }
			{ asked === 'choose_customer' && (
				<CustomerModal
					task={ task }
					onClose={ close }
					onChoose={ ( customer ) => {
						close();
						decide( { act: asked, task, customer } );
					} }
				/>
			) }
			{ asked === 'refuse_company' && (
				<RefusalModal
					task={ task }
					onClose={ close }
					onRefuse={ ( reason ) => {
						close();
						decide( { act: asked, task, reason } );
					} }
				/>
			) }
			{ asked && ! isSaid( asked ) && (
				<Question
					act={ asked }
					task={ task }
					onCancel={ close }
					onConfirm={ () => {
						close();
						decide( { act: asked, task } );
					} }
				/>
			) }
		</>
	);
}

const isSaid = ( act: RowAct ): act is SaidAct =>
	act === 'choose_customer' || act === 'refuse_company';

type ActButtonProps = RowActsProps & {
	act: RowAct;
	isFirst: boolean;
	onClick: () => void;
};

/** To try again is no decision, and what cannot be undone invites nobody. */
const NEVER_LIKELY: readonly RowAct[] = [
	'retry',
	'reissue',
	'accept_company',
];

/** Order and row are named for those who hear one button after another. */
function ActButton( {
	act,
	task,
	deciding: { busy, state },
	isFirst,
	onClick,
}: ActButtonProps ) {
	const isLikely =
		isFirst && task.state === 'attention' && ! NEVER_LIKELY.includes( act );
	return (
		<Button
			variant={ isLikely ? 'primary' : 'secondary' }
			size="compact"
			isBusy={ busy === task.id }
			disabled={ state.status === 'running' }
			accessibleWhenDisabled
			onClick={ onClick }
			aria-label={ namedAct( actWord( act ), task ) }
		>
			{ actWord( act ) }
		</Button>
	);
}

export const namedAct = ( word: string, { order, what }: Task ): string =>
	sprintf(
		/*
		 * translators: 1: what a button does, such as Retry, 2: number of an order, 3: what the row is about, such as
		 * Invoice.
		 */
		__( '%1$s – order %2$s, %3$s', 'orderinvoicer' ),
		word,
		order.number,
		what
	);

type QuestionProps = {
	act: PlainAct;
	task: Task;
	onCancel: () => void;
	onConfirm: () => void;
};

function Question( { act, task, ...answers }: QuestionProps ) {
	const question = questionOf( act, task );
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
