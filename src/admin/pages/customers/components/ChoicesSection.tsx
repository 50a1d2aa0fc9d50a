import { __, _n, sprintf } from '@wordpress/i18n';
import { getCustomerChoices } from '../../../../api/endpoints';
import { useResource } from '../../../../api/useResource';
import { ResourceView } from '../../../../components/ResourceView';
import { Section } from '../../../../components/Section';
import { formatCount } from '../../../../i18n/format';

export function ChoicesSection() {
	const view = useResource( getCustomerChoices );
	const title = __( 'Waiting for your choice', 'orderinvoicer' );
	// As high as the sentence that mostly follows, so that nothing moves when it comes.
	if ( view.resource.status === 'loading' ) {
		return (
			<Section title={ title }>
				<p role="status">{ __( 'Counting…', 'orderinvoicer' ) }</p>
			</Section>
		);
	}
	return (
		<Section title={ title }>
			<ResourceView
				view={ view }
				loadingLabel={ __( 'Counting…', 'orderinvoicer' ) }
			>
				{ ( { several, other_kind: otherKind } ) =>
					several + otherKind === 0 ? (
						<p>
							{ __(
								'No order waits for you to choose its customer.',
								'orderinvoicer'
							) }
						</p>
					) : (
						<ul className="orderinvoicer-list">
							{ several > 0 && (
								<li>
									<a href="#/todo?problem=several_customers">
										{ severalText( several ) }
									</a>
								</li>
							) }
							{ otherKind > 0 && (
								<li>
									<a href="#/todo?problem=customer_other_kind">
										{ otherKindText( otherKind ) }
									</a>
								</li>
							) }
						</ul>
					)
				}
			</ResourceView>
		</Section>
	);
}

const severalText = ( count: number ): string =>
	sprintf(
		/* translators: %s: number of orders. */
		_n(
			'%s order: Sellsy has several customers that fit',
			'%s orders: Sellsy has several customers that fit',
			count,
			'orderinvoicer'
		),
		formatCount( count )
	);

const otherKindText = ( count: number ): string =>
	sprintf(
		/* translators: %s: number of orders. */
		_n(
			'%s order: the Sellsy customer with its e-mail address is of another kind (company or person)',
			'%s orders: they and who has their e-mail address at Sellsy are not of one kind, one a company and one a person',
			count,
			'orderinvoicer'
		),
		formatCount( count )
	);
