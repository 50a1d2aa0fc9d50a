import { __, sprintf } from '@wordpress/i18n';
import { Section } from '../../components/Section';
import { Setting } from '../settings/Setting';
import type { SettingsForm } from '../settings/useSettings';
import { valueOf } from '../settings/usual';
import { PLACES } from './places';

type AnsweredLinesProps = { form: SettingsForm; names: readonly string[] };

/** What this shop keeps although no field asks for it: a line each, with the way back. */
export const AnsweredLines = ( { form, names }: AnsweredLinesProps ) => (
	<Section title={ __( 'Kept from earlier', 'orderinvoicer' ) }>
		{ PLACES.filter( ( { name } ) => names.includes( name ) ).map(
			( { name, label, answer } ) => (
				<Setting
					key={ name }
					name={ name }
					form={ form }
					label={ label() }
				>
					<p>
						{ sprintf(
							/* translators: 1: name of a setting, 2: what is stored. */
							__( '%1$s: “%2$s” is stored.', 'orderinvoicer' ),
							label(),
							String( valueOf( form.value, name ) )
						) }{ ' ' }
						{ answer?.() }
					</p>
				</Setting>
			)
		) }
	</Section>
);
