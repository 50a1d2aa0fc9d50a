import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { type ActionState, useAction } from '../../../../api/useAction';
import { Failure } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { CheckSetting } from '../../../settings/CheckSetting';
import type { SettingsForm } from '../../../settings/useSettings';

/** Below wp-admin, where this page is. */
const LOGS = 'admin.php?page=wc-status&tab=logs&source=orderinvoicer';

export function LogSection( { form }: { form: SettingsForm } ) {
	const { state, isOn, choose } = useDebugLog( form );
	return (
		<Section title={ __( 'Log file', 'orderinvoicer' ) }>
			<CheckSetting
				name="debug_log"
				form={ {
					value: { ...form.saved, debug_log: isOn },
					editMore: () => choose( false ),
				} }
				label={ __( 'Write a detailed log', 'orderinvoicer' ) }
				help={ __(
					'Every request to Sellsy with its answer in numbers. Switch it on when people who help you ask for it, and off afterwards. It never holds keys or personal data.',
					'orderinvoicer'
				) }
				onChange={ choose }
			/>
			{ state.status === 'failed' && <Failure error={ state.error } /> }
			<p>
				<a href={ LOGS }>
					{ __(
						'Open the log: WooCommerce › Status › Logs',
						'orderinvoicer'
					) }
				</a>{ ' ' }
				<span className="orderinvoicer-muted" role="status">
					{ savingText( state ) }
				</span>
			</p>
		</Section>
	);
}

function savingText( { status }: ActionState ): string {
	switch ( status ) {
		case 'running':
			return __( 'Saving…', 'orderinvoicer' );
		case 'done':
			return __( 'Saved.', 'orderinvoicer' );
		case 'idle':
		case 'failed':
			return '';
	}
}

/** Saved at once; shown as chosen meanwhile, and as it was where that failed. */
function useDebugLog( { saved, saveNow }: SettingsForm ) {
	const { state, run } = useAction();
	const [ chosen, setChosen ] = useState( saved.debug_log );
	return {
		state,
		isOn: state.status === 'running' ? chosen : saved.debug_log,
		choose: ( value: boolean ) =>
			run( () => {
				setChosen( value );
				return saveNow( { debug_log: value } );
			} ),
	};
}
