import { Button, Spinner } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useFocusKept } from '../../components/useFocusKept';
import type { SettingsForm } from './useSettings';

export type Saveable = Pick<
	SettingsForm,
	'isDirty' | 'saving' | 'errors' | 'save' | 'discard'
>;

/** For so long it is told that all is saved. */
const TOLD_MS = 4000;

/**
 * Comes with the first change, and goes once that is saved: this is told for a moment, and on its own page alone. The
 * text is there before it says something, and keeps the focus of the button that goes.
 */
export function SaveBar( { form }: { form: Saveable } ) {
	const { isDirty, saving, errors, save, discard } = form;
	const isToTell = useTelling( form );
	const { area, place } = useFocusKept< HTMLParagraphElement >();
	const isRunning = saving.status === 'running';
	const isInvalid = Object.keys( errors ).length > 0;
	const isOpen = isDirty || isRunning || saving.status === 'failed';
	const isSeen = isOpen || isToTell;
	return (
		<div
			className={ `${ isSeen ? 'orderinvoicer-savebar' : '' } ${ isOpen ? '' : 'is-told' }` }
			{ ...area }
		>
			{ isOpen && (
				<Button
					variant="primary"
					__next40pxDefaultSize
					disabled={ ! isDirty || isInvalid || isRunning }
					accessibleWhenDisabled
					onClick={ save }
				>
					{ __( 'Save changes', 'orderinvoicer' ) }
				</Button>
			) }
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
				className={
					isSeen
						? `orderinvoicer-savebar__text is-${ saving.status }`
						: 'screen-reader-text'
				}
				role="status"
				{ ...place }
			>
				{ isSeen && textOf( form ) }
			</p>
		</div>
	);
}

/** Whether something was saved just now. */
function useTelling( { isDirty, saving }: Saveable ): boolean {
	const [ told, setTold ] = useState( saving );
	const [ wasDirty, setWasDirty ] = useState( isDirty );
	if ( isDirty !== wasDirty ) {
		setWasDirty( isDirty );
		// What was saved before this change is no news after it.
		if ( isDirty ) {
			setTold( saving );
		}
	}
	const isDone = ! isDirty && saving.status === 'done';
	useEffect( () => {
		const timer = isDone
			? setTimeout( () => setTold( saving ), TOLD_MS )
			: undefined;
		return () => clearTimeout( timer );
	}, [ isDone, saving ] );
	return isDone && saving !== told;
}

function textOf( { isDirty, saving, errors }: Saveable ): string {
	if ( saving.status === 'running' ) {
		return __( 'Saving…', 'orderinvoicer' );
	}
	if ( saving.status === 'failed' ) {
		return saving.error.message;
	}
	const fields = Object.keys( errors );
	if ( fields.length > 0 ) {
		return fields.every( ( field ) => field.endsWith( '.rules' ) )
			? __(
					'A new rule under Documents still asks for its orders.',
					'orderinvoicer'
				)
			: __( 'Correct the marked fields first.', 'orderinvoicer' );
	}
	if ( isDirty ) {
		return __( 'Not saved yet.', 'orderinvoicer' );
	}
	return saving.status === 'done' ? __( 'Saved.', 'orderinvoicer' ) : '';
}
