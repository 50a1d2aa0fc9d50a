import { Button, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { SettingsForm } from './useSettings';

export type Saveable = Pick<
	SettingsForm,
	'isDirty' | 'saving' | 'errors' | 'save' | 'discard'
>;

/** Comes with the first change and says what became of it. What was saved on another page is told there alone. */
export function SaveBar( { form }: { form: Saveable } ) {
	const { isDirty, saving, errors, save, discard } = form;
	const [ before ] = useState( saving );
	const isRunning = saving.status === 'running';
	const isInvalid = Object.keys( errors ).length > 0;
	const isTold = saving.status === 'done' && saving === before;
	if ( ! isDirty && ( saving.status === 'idle' || isTold ) ) {
		return null;
	}
	return (
		<div className="orderinvoicer-savebar">
			<Button
				variant="primary"
				__next40pxDefaultSize
				disabled={ ! isDirty || isInvalid || isRunning }
				accessibleWhenDisabled
				onClick={ save }
			>
				{ __( 'Save changes', 'orderinvoicer' ) }
			</Button>
			{ isDirty && ! isRunning && (
				<Button
					variant="tertiary"
					__next40pxDefaultSize
					onClick={ discard }
				>
					{ __( 'Discard', 'orderinvoicer' ) }
				</Button>
			) }
			{ isRunning && <Spinner /> }
			<p
				className={ `orderinvoicer-savebar__text is-${ saving.status }` }
				role="status"
			>
				{ textOf( form ) }
			</p>
		</div>
	);
}

function textOf( { isDirty, saving, errors }: Saveable ): string {
	if ( saving.status === 'running' ) {
		return __( 'Saving…', 'orderinvoicer' );
	}
	if ( saving.status === 'failed' ) {
		return saving.error.message;
	}
	if ( Object.keys( errors ).length > 0 ) {
		return __( 'Correct the marked fields first.', 'orderinvoicer' );
	}
	if ( isDirty ) {
		return __( 'Not saved yet.', 'orderinvoicer' );
	}
	return saving.status === 'done' ? __( 'Saved.', 'orderinvoicer' ) : '';
}
