import { ExternalLink } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { TextField } from '../../../../components/fields';
import { Section } from '../../../../components/Section';
import { enabledKinds } from '../../../settings/kinds';
import type { SettingsForm } from '../../../settings/useSettings';
import { hrefOf } from '../../../useRoute';
import type { Plan } from '../plan';

type StartDateProps = { form: SettingsForm; plan: Plan };

/** One day for all documents of the plan; where they differ, the earliest is shown. */
export function StartDate( { form, plan: { settings } }: StartDateProps ) {
	const kinds = enabledKinds( settings );
	const [ first = '' ] = kinds
		.map( ( kind ) => settings[ kind ].start_date )
		.sort();
	return (
		<Section title={ __( 'Where to begin', 'orderinvoicer' ) }>
			<TextField
				label={ __( 'Orders created from', 'orderinvoicer' ) }
				help={ __(
					'Older orders are never touched by themselves. Recommended: the day Sellsy was connected, as it stands here at first.',
					'orderinvoicer'
				) }
				type="date"
				value={ first }
				onChange={ ( day ) =>
					kinds.forEach( ( kind ) =>
						form.editGroup( kind, { start_date: day } )
					)
				}
				className="orderinvoicer-short"
			/>
			<p className="orderinvoicer-muted">
				{ __(
					'Documents of earlier orders can be made whenever you like, in the background and after a count:',
					'orderinvoicer'
				) }{ ' ' }
				<ExternalLink href={ besideThis( hrefOf( 'orders' ) ) }>
					{ __( 'Old orders', 'orderinvoicer' ) }
				</ExternalLink>
			</p>
		</Section>
	);
}

/** In a tab of its own, so that the way through the wizard is not lost. */
const besideThis = ( hash: string ): string =>
	`${ window.location.pathname }${ window.location.search }${ hash }`;
