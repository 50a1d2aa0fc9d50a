import { Button, Spinner } from '@wordpress/components';
import { useContext, useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { useFocusKept } from '../../components/useFocusKept';
import { formatCount } from '../../i18n/format';
import { ToDo } from '../toDo';
import { hrefOf } from '../useRoute';
import type { SettingsForm } from './useSettings';

export type Saveable = Pick<
	SettingsForm,
	'isDirty' | 'saving' | 'errors' | 'save' | 'discard'
>;

/** For so long it is told that all is saved. */
const TOLD_MS = 4000;

/** And that orders wait still: what was saved may be what they waited for. */
const LINKED_MS = 15_000;

/**
 * Comes with the first change, and goes once that is saved: this is told for a moment, and on its own page alone. The
 * text is there before it says something, and keeps the focus of the button that goes.
 */
export function SaveBar( { form }: { form: Saveable } ) {
	const { isDirty, saving, errors, save, discard } = form;
	const toDo = useContext( ToDo ) ?? 0;
	const isToTell = useTelling( form, toDo > 0 ? LINKED_MS : TOLD_MS );
	const { area, place } = useFocusKept< HTMLParagraphElement >();
	const isRunning = saving.status === 'running';
	const isInvalid = Object.keys( errors ).length > 0;
	const isOpen = isDirty || isRunning || saving.status === 'failed';
	const isSeen = isOpen || isToTell;
	useEffect( () => {
		// It comes over the end of the window: what was just changed is not to lie below it.
		if ( isOpen ) {
			place.ref.current?.ownerDocument.activeElement?.scrollIntoView( {
				block: 'nearest',
			} );
		}
	}, [ isOpen, place.ref ] );
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
				{ isSeen && textOf( form ) }{ ' ' }
				{ isToTell && toDo > 0 && (
					<a href={ hrefOf( 'todo' ) }>
						{ sprintf(
							/* translators: %s: number of orders. */
							_n(
								'%s order still needs you',
								'%s orders still need you',
								toDo,
								'orderinvoicer'
							),
							formatCount( toDo )
						) }
					</a>
				) }
			</p>
		</div>
	);
}

/** Whether something was saved just now. */
function useTelling( { isDirty, saving }: Saveable, forMs: number ): boolean {
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
			? setTimeout( () => setTold( saving ), forMs )
			: undefined;
		return () => clearTimeout( timer );
	}, [ isDone, saving, forMs ] );
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
