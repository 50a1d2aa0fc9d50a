import { __, sprintf } from '@wordpress/i18n';
import { SelectField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import type { Kind, Sellsy, Settings } from '../../../../generated/schemas';
import type { SettingsForm } from '../../../settings/useSettings';
import { rateCategories } from '../../../settings/presets';

type RateCategoryChoiceProps = {
	form: SettingsForm;
	kinds: Kind[];
	planned: Settings;
	sellsy: Sellsy;
	currency: string;
};

/** Asked only where there is something to choose. */
export function RateCategoryChoice( {
	form,
	kinds,
	planned,
	sellsy,
	currency,
}: RateCategoryChoiceProps ) {
	if ( sellsy.rate_categories.problem ) {
		return null;
	}
	const fitting = rateCategories( sellsy, currency );
	if ( fitting.length === 0 ) {
		return (
			<Message status="warning">
				<p>
					{ sprintf(
						/* translators: %s: currency code, such as EUR. */
						__(
							'Sellsy has no rate category without taxes included in %s. Create one in Sellsy (Settings › Catalogue), then read the lists again.',
							'orderinvoicer'
						),
						currency
					) }
				</p>
			</Message>
		);
	}
	const [ kind ] = kinds;
	const value = kind ? planned[ kind ].rate_category_id : null;
	return fitting.length === 1 ? null : (
		<SelectField
			label={ __( 'Rate category', 'orderinvoicer' ) }
			help={ __(
				'Sellsy asks for one with every document. Your account has several that fit; if you do not know which, take the one that is your default.',
				'orderinvoicer'
			) }
			value={ value === null ? '' : String( value ) }
			options={ fitting.map( ( { id, label } ) => ( {
				value: String( id ),
				label,
			} ) ) }
			onChange={ ( chosen ) =>
				kinds.forEach( ( one ) =>
					form.editGroup( one, {
						rate_category_id: Number( chosen ),
					} )
				)
			}
		/>
	);
}
