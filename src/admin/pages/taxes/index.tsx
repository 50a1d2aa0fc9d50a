import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { getOrderUsage } from '../../../api/endpoints';
import { useResource, type View } from '../../../api/useResource';
import { Failure, Message } from '../../../components/Message';
import { ResourceView } from '../../../components/ResourceView';
import type {
	Problem,
	Sellsy,
	Shop,
	TaxCreated,
} from '../../../generated/schemas';
import { Answered } from '../../find/Answered';
import { SaveBar } from '../../settings/SaveBar';
import type { SettingsForm } from '../../settings/useSettings';
import { SellsyProblem } from '../../status/SellsyProblem';
import { isUnconnected, type SellsyLists } from '../../useSellsyLists';
import { CreateTaxModal } from './components/CreateTaxModal';
import { DoctorLine } from './components/DoctorLine';
import { DoctorSection } from './components/DoctorSection';
import { RatesSection } from './components/RatesSection';
import { RoundingSection } from './components/RoundingSection';
import { SituationsSection } from './components/SituationsSection';
import { TaxActions } from './components/TaxActions';
import { VatModeSection } from './components/VatModeSection';
import type { WantedTax } from './creation';
import { wantedForFinding, withFix } from './fixes';
import { listState } from './taxState';
import { useDoctor } from './useDoctor';
import { chosenFor, withRate, withReason, withSituation } from './edits';
import {
	proposalProblem,
	readyProposals,
	shopWithGone,
	taxRows,
} from './useTaxes';

const CAP = [ 'rounding_cap' ];

type TaxesPageProps = {
	settings: View< SettingsForm >;
	shop: View< Shop >;
	lists: SellsyLists;
};

export function TaxesPage( { settings, shop, lists }: TaxesPageProps ) {
	return (
		<ResourceView
			view={ settings }
			loadingLabel={ __( 'Reading the settings…', 'orderinvoicer' ) }
		>
			{ ( form ) => (
				<ResourceView
					view={ shop }
					loadingLabel={ __(
						'Reading the tax rates of the shop…',
						'orderinvoicer'
					) }
				>
					{ ( facts ) => (
						<Mapping form={ form } shop={ facts } lists={ lists } />
					) }
				</ResourceView>
			) }
		</ResourceView>
	);
}

type MappingProps = {
	form: SettingsForm;
	shop: Shop;
	lists: SellsyLists;
};

/** The shop's own side is there at once; Sellsy's lists are filled in when they come. */
function Mapping( { form, shop, lists }: MappingProps ) {
	const { value, edit } = form;
	const { items, problem } = taxesOf( lists.sellsy );
	const list = listState( lists );
	const usage = useResource( getOrderUsage );
	const doctor = useDoctor( value, items, list === 'known' );
	const place = useRef< HTMLDivElement >( null );
	const withGone = shopWithGone( shop, usage );
	const rows = taxRows(
		value,
		withGone,
		items,
		list === 'known' ? readyProposals( lists.proposals ) : null,
		form.saved
	);
	const [ wanted, setWanted ] = useState< WantedTax | null >( null );
	const [ created, setCreated ] = useState< TaxCreated | null >( null );
	const common = { taxes: items, list, onCreate: setWanted };
	return (
		<>
			<Notices lists={ lists } problem={ problem } created={ created } />
			{ ! isUnconnected( problem ) && (
				<TaxActions form={ form } rows={ rows } lists={ lists }>
					{ list === 'known' && (
						<DoctorLine
							doctor={ doctor }
							onShow={ () => place.current?.focus() }
						/>
					) }
				</TaxActions>
			) }
			<RatesSection
				{ ...common }
				rows={ rows.rates }
				usage={ usage }
				onChange={ ( rateId, taxId ) =>
					edit( {
						tax_rates: withRate( value.tax_rates, rateId, taxId ),
					} )
				}
			/>
			<SituationsSection
				{ ...common }
				rows={ rows.situations }
				onChange={ ( situation, taxId ) =>
					edit( {
						exempt_taxes: withSituation(
							value.exempt_taxes,
							situation,
							taxId
						),
					} )
				}
				onReason={ ( situation, reason ) =>
					edit( {
						exempt_reasons: withReason(
							value.exempt_reasons,
							situation,
							reason
						),
					} )
				}
			/>
			<RoundingSection
				form={ form }
				row={ rows.rounding }
				taxes={ items }
				list={ list }
			/>
			<VatModeSection form={ form } />
			<Answered form={ form } names={ CAP } />
			{ list === 'known' && (
				<div ref={ place } tabIndex={ -1 }>
					<DoctorSection
						doctor={ doctor }
						taxes={ items }
						onFix={ ( fix ) => edit( withFix( value, fix ) ) }
						creator={ ( finding ) => {
							const tax = wantedForFinding(
								finding,
								withGone.tax_rates,
								items
							);
							return tax && ( () => setWanted( tax ) );
						} }
					/>
				</div>
			) }
			<SaveBar form={ form } />
			{ wanted && (
				<CreateTaxModal
					wanted={ wanted }
					onClose={ () => setWanted( null ) }
					onCreated={ ( result ) => {
						setWanted( null );
						setCreated( result );
						lists.addTax( result.tax );
						edit( chosenFor( value, wanted, result.tax.id ) );
					} }
				/>
			) }
		</>
	);
}

/** None, while and where they are not known. */
const NO_TAXES: Sellsy[ 'taxes' ] = { items: [], problem: null };

const taxesOf = ( { resource }: View< Sellsy > ): Sellsy[ 'taxes' ] =>
	resource.status === 'ready' ? resource.data.taxes : NO_TAXES;

type NoticesProps = {
	lists: SellsyLists;
	problem: Problem | null;
	created: TaxCreated | null;
};

function Notices( { lists, problem, created }: NoticesProps ) {
	const { resource, reload } = lists.sellsy;
	const withoutProposals = proposalProblem( lists.proposals, problem );
	return (
		<>
			{ resource.status === 'error' && (
				<Failure error={ resource.error } onRetry={ reload } />
			) }
			{ problem && (
				<SellsyProblem
					problem={ problem }
					missing={ __(
						'The taxes of Sellsy could not be read. What you chose stays as it is.',
						'orderinvoicer'
					) }
				/>
			) }
			{ lists.refreshing.status === 'failed' && (
				<Failure error={ lists.refreshing.error } />
			) }
			{ withoutProposals && (
				<Message status="warning">
					<p>{ withoutProposals }</p>
				</Message>
			) }
			{ created && (
				<Message status="success">
					<p>{ createdText( created ) }</p>
				</Message>
			) }
		</>
	);
}

function createdText( { tax, created }: TaxCreated ): string {
	return created
		? sprintf(
				/* translators: %s: name of a tax. */
				__(
					'“%s” was created at Sellsy and is chosen here. Save the changes to use it.',
					'orderinvoicer'
				),
				tax.label
			)
		: sprintf(
				/* translators: %s: name of a tax. */
				__(
					'Sellsy had “%s” already; it is chosen here. Save the changes to use it.',
					'orderinvoicer'
				),
				tax.label
			);
}
