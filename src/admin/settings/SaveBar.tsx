import { Button, Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { SettingsForm } from './useSettings';

/** Always there, so that the page does not jump; says what became of the changes. */
export function SaveBar( { form }: { form: SettingsForm } ) {
	const { isDirty, saving, errors, save, discard } = form;
	const isRunning = saving.status === 'running';
	const isInvalid = Object.keys( errors ).length > 0;
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

function textOf( { isDirty, saving, errors }: SettingsForm ): string {
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
