import { __, _n, sprintf } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import { Section } from '../../../../components/Section';
import { formatCount, formatDay } from '../../../../i18n/format';
import { enabledKinds, KINDS } from '../../../settings/kinds';
import { ShopCodeField } from '../../documents/components/ShopCodeField';
import { conflictsOf } from '../../documents/conflicts';
import type { Way } from '../../../settings/delivery';
import type { Finality, Plan } from '../plan';
import { choiceOf, type StepProps } from '../progress';
import { type Step, stepHref } from '../steps';
import { DeliveryChoice } from './DeliveryChoice';
import { FinalityChoice } from './FinalityChoice';
import { Missing } from './Missing';
import { StoryList } from './StoryList';

type PlanSummaryProps = Pick< StepProps, 'form' | 'facts' > & {
	plan: Plan;
	finality: Finality;
	onFinality: ( finality: Finality ) => void;
	onDelivery: ( way: Way ) => void;
};

/** Everything on one page, before anything happens. */
export function PlanSummary( {
	form,
	facts,
	plan,
	finality,
	onFinality,
	onDelivery,
}: PlanSummaryProps ) {
	const { settings, shop, sellsy } = plan;
	const warnings = KINDS.flatMap( ( kind ) =>
		conflictsOf( kind, settings, sellsy.has_v1 )
	);
	const choice = choiceOf( facts );
	const errors = Object.keys( form.errors ).some(
		( field ) => field !== 'shop_code'
	);
	return (
		<>
			{ [ ...new Set( warnings ) ].map( ( text ) => (
				<Message key={ text } status="warning">
					<p>{ text }</p>
				</Message>
			) ) }
			<Missing
				plan={ plan }
				hrefOf={ ( step ) => stepHref( step, choice ) }
			/>
			{ errors && (
				<Message status="error">
					<p>
						{ __(
							'A field on another page holds something that cannot be saved. It is marked there.',
							'orderinvoicer'
						) }
					</p>
				</Message>
			) }
			<Section title={ __( 'From now on', 'orderinvoicer' ) }>
				<StoryList
					settings={ settings }
					shop={ shop }
					open={ finality === null ? plan.newlyFinal : [] }
				/>
				<p>
					{ __(
						'Customers are looked for in Sellsy first, by their e-mail address and their legal numbers. Who is not there yet is created.',
						'orderinvoicer'
					) }
				</p>
				<p>{ productsText( settings ) }</p>
			</Section>
			<Section title={ __( 'With these settings', 'orderinvoicer' ) }>
				<Facts facts={ facts } plan={ plan } />
				<ShopCodeField form={ form } shop={ shop } />
			</Section>
			{ plan.newlyFinal.length > 0 && (
				<FinalityChoice
					newlyFinal={ plan.newlyFinal }
					value={ finality }
					onChange={ onFinality }
				/>
			) }
			<DeliveryChoice
				settings={ settings }
				shop={ shop }
				onChange={ onDelivery }
			/>
		</>
	);
}

const productsText = ( { items }: Plan[ 'settings' ] ): string =>
	items.create
		? __(
				'Products are looked for in Sellsy first, by their reference, which is their SKU in the shop. What is not there yet is created.',
				'orderinvoicer'
			)
		: __(
				'Products are looked for in Sellsy by their reference, which is their SKU in the shop. What is not there becomes a free line of the document.',
				'orderinvoicer'
			);

function Facts( { facts, plan }: Pick< PlanSummaryProps, 'facts' | 'plan' > ) {
	const { connection } = facts;
	const { settings } = plan;
	const choice = choiceOf( facts );
	const to = ( step: Step ) => stepHref( step, choice );
	return (
		<dl className="orderinvoicer-facts">
			{ connection.account !== null && (
				<Fact
					term={ __( 'Sellsy account', 'orderinvoicer' ) }
					href={ to( 'connect' ) }
				>
					{ connection.account ||
						__(
							'Sellsy did not say what it is called.',
							'orderinvoicer'
						) }
				</Fact>
			) }
			<Fact
				term={ __( 'Taxes', 'orderinvoicer' ) }
				href={ to( 'taxes' ) }
			>
				{ taxText( plan ) }
			</Fact>
			<Fact
				term={ __( 'Payment methods', 'orderinvoicer' ) }
				href={ to( 'payments' ) }
			>
				{ methodText( settings.payments.methods.length ) }
			</Fact>
			<Fact
				term={ __( 'Orders created from', 'orderinvoicer' ) }
				href={ to( 'check' ) }
			>
				{ startText( plan ) }
			</Fact>
		</dl>
	);
}

type FactProps = { term: string; href: string; children: string };

function Fact( { term, href, children }: FactProps ) {
	return (
		<div>
			<dt>{ term }</dt>
			<dd>
				<span>{ children }</span>{ ' ' }
				<a
					href={ href }
					aria-label={ sprintf(
						/* translators: %s: what is changed, such as Taxes. */
						__( 'Change: %s', 'orderinvoicer' ),
						term
					) }
				>
					{ __( 'Change', 'orderinvoicer' ) }
				</a>
			</dd>
		</div>
	);
}

function taxText( { settings, shop }: Plan ): string {
	const rates = shop.tax_rates;
	const set = rates.filter( ( rate ) =>
		settings.tax_rates.some( ( { rate_id: id } ) => id === rate.id )
	);
	return rates.length === 0
		? __( 'The shop has no tax rates.', 'orderinvoicer' )
		: sprintf(
				/* translators: 1: number of tax rates that are set, 2: number of all. */
				_n(
					'%1$s of %2$s rate has its tax in Sellsy.',
					'%1$s of %2$s rates have their tax in Sellsy.',
					rates.length,
					'orderinvoicer'
				),
				formatCount( set.length ),
				formatCount( rates.length )
			);
}

const methodText = ( count: number ): string =>
	count === 0
		? __( 'None set yet.', 'orderinvoicer' )
		: sprintf(
				/* translators: %s: number of payment methods. */
				_n(
					'%s method is set.',
					'%s methods are set.',
					count,
					'orderinvoicer'
				),
				formatCount( count )
			);

function startText( { settings }: Plan ): string {
	const [ first = '' ] = enabledKinds( settings )
		.map( ( kind ) => settings[ kind ].start_date )
		.sort();
	return first === ''
		? __(
				'No day is chosen, so no order would be touched.',
				'orderinvoicer'
			)
		: formatDay( first );
}
