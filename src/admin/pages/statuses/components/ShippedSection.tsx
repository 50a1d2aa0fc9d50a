import { __, _n, sprintf } from '@wordpress/i18n';
import type { View } from '../../../../api/useResource';
import { CheckField } from '../../../../components/fields';
import { Message } from '../../../../components/Message';
import { ResourceView } from '../../../../components/ResourceView';
import { Section } from '../../../../components/Section';
import { formatCount } from '../../../../i18n/format';
import type { ShippedSigns } from '../../../../generated/schemas';
import type { SettingsForm } from '../../../settings/useSettings';
import { Setting } from '../../../settings/Setting';
import { type SignRow, signRows, withSign } from '../rules';

type ShippedSectionProps = {
	form: SettingsForm;
	signs: View< ShippedSigns >;
};

export function ShippedSection( { form, signs }: ShippedSectionProps ) {
	const { shipped } = form.value;
	const title = __( 'What counts as shipped', 'orderinvoicer' );
	return (
		<Section
			title={ title }
			intro={ __(
				'Found in this shop; the likeliest first. One of those that you tick is enough.',
				'orderinvoicer'
			) }
		>
			<Setting name="shipped" form={ form } label={ title }>
				<ResourceView
					view={ signs }
					loadingLabel={ __(
						'Looking what this shop uses…',
						'orderinvoicer'
					) }
				>
					{ ( found ) => <Signs form={ form } found={ found } /> }
				</ResourceView>
			</Setting>
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

/** The likeliest of those that a shop has; one that is set is always seen. */
const AT_ONCE = 6;

function Signs( { form, found }: { form: SettingsForm; found: ShippedSigns } ) {
	const { shipped } = form.value;
	const isAtOnce = ( { value }: SignRow, at: number ) =>
		at < AT_ONCE || form.saved.shipped.includes( value );
	const rows = signRows( found, [
		...new Set( [ ...form.saved.shipped, ...shipped ] ),
	] );
	const tick = ( { value, label }: SignRow ) => (
		<CheckField
			key={ value }
			label={ label }
			checked={ shipped.includes( value ) }
			onChange={ ( checked ) =>
				form.edit( { shipped: withSign( shipped, value, checked ) } )
			}
		/>
	);
	const more = rows.filter( ( row, at ) => ! isAtOnce( row, at ) );
	return (
		<div className="orderinvoicer-stack orderinvoicer-stack--tight">
			{ rows.filter( isAtOnce ).map( tick ) }
			{ more.length > 0 && (
				<details className="orderinvoicer-more">
					<summary>
						{ sprintf(
							/* translators: %s: number of signs that an order was shipped. */
							_n(
								'%s more sign',
								'%s more signs',
								more.length,
								'orderinvoicer'
							),
							formatCount( more.length )
						) }
					</summary>
					<div className="orderinvoicer-stack orderinvoicer-stack--tight">
						{ more.map( tick ) }
					</div>
				</details>
			) }
		</div>
	);
}
