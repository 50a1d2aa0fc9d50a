import type { ActionState } from '../../api/useAction';
import type { Saveable } from './SaveBar';
import type { EmailSwitches } from './useEmailSwitches';
import type { FieldErrors, SettingsForm } from './useSettings';

/** One bar for the settings and for what WooCommerce switches. */
export const together = (
	form: SettingsForm,
	switches: EmailSwitches,
	errors: FieldErrors = form.errors
): Saveable => ( {
	isDirty: form.isDirty || switches.isDirty,
	saving: savingOf( [ switches.saving, form.saving ] ),
	errors,
	save: () => {
		switches.save();
		form.save();
	},
	discard: () => {
		switches.discard();
		form.discard();
	},
} );

const TOLD = [ 'running', 'failed', 'done' ] as const;

function savingOf( states: readonly ActionState[] ): ActionState {
	for ( const status of TOLD ) {
		const found = states.find( ( state ) => state.status === status );
		if ( found ) {
			return found;
		}
	}
	return { status: 'idle' };
}
