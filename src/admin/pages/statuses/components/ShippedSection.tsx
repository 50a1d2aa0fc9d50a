import { __ } from '@wordpress/i18n';
import type { View } from '../../../../api/useResource';
import { CheckField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import { Section } from '../../../../components/Section';
import type { ShippedSigns } from '../../../../generated/schemas';
import type { SettingsForm } from '../../../settings/useSettings';
import { signRows, withSign } from '../rules';

type ShippedSectionProps = {
	form: SettingsForm;
	signs: View< ShippedSigns >;
};

export function ShippedSection( { form, signs }: ShippedSectionProps ) {
	const { shipped } = form.value;
	return (
		<Section
			title={ __( 'What counts as shipped', 'orderinvoicer' ) }
			intro={ __(
				'Found in this shop; the likeliest first. One of those that you tick is enough.',
				'orderinvoicer'
			) }
		>
			<ResourceView
				view={ signs }
				loadingLabel={ __(
					'Looking what this shop uses…',
					'orderinvoicer'
				) }
			>
				{ ( found ) => (
					<div className="orderinvoicer-stack orderinvoicer-stack--tight">
						{ signRows( found, shipped ).map(
							( { value, label, isSet } ) => (
								<CheckField
									key={ value }
									label={ label }
									checked={ isSet }
									onChange={ ( checked ) =>
										form.edit( {
											shipped: withSign(
												shipped,
												value,
												checked
											),
										} )
									}
								/>
							)
						) }
					</div>
				) }
			</ResourceView>
			{ signs.resource.status !== 'loading' && shipped.length === 0 && (
				<Message status="info">
					<p>
						{ __(
							'Nothing is ticked, so no order ever counts as shipped.',
							'orderinvoicer'
						) }
					</p>
				</Message>
			) }
		</Section>
	);
}
