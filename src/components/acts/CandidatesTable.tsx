import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type {
	CustomerCandidate,
	CustomerCandidates,
	CustomerChoice,
	CustomerFact,
} from '../../generated/schemas';

type CandidatesTableProps = CustomerCandidates & {
	onChoose: ( customer: CustomerChoice ) => void;
};

const FACTS: readonly CustomerFact[] = [
	'type',
	'name',
	'email',
	'reference',
	'siret',
	'vat_number',
];

/** The order and each customer beside each other, fact by fact. */
export function CandidatesTable( {
	order,
	candidates,
	onChoose,
}: CandidatesTableProps ) {
	return (
		<table className="orderinvoicer-states orderinvoicer-compare">
			<thead>
				<tr>
					<td />
					<th scope="col">{ thisOrder() }</th>
					{ candidates.map( ( candidate ) => (
						<th scope="col" key={ keyOf( candidate ) }>
							{ titleOf( candidate ) }
						</th>
					) ) }
				</tr>
			</thead>
			<tbody>
				{ FACTS.map( ( fact ) => (
					<tr key={ fact }>
						<th scope="row">{ factWord( fact ) }</th>
						<td data-label={ thisOrder() }>
							<Value value={ order && factOf( order, fact ) } />
						</td>
						{ candidates.map( ( candidate ) => (
							<td
								key={ keyOf( candidate ) }
								data-label={ titleOf( candidate ) }
							>
								<Value
									value={ factOf( candidate, fact ) }
									isSame={ candidate.same.includes( fact ) }
								/>
							</td>
						) ) }
					</tr>
				) ) }
				<tr>
					<th scope="row">
						{ __( 'Your choice', 'orderinvoicer' ) }
					</th>
					<td className="orderinvoicer-compare__empty" />
					{ candidates.map( ( candidate ) => (
						<td
							key={ keyOf( candidate ) }
							data-label={ titleOf( candidate ) }
						>
							<ChooseButton
								candidate={ candidate }
								onChoose={ onChoose }
							/>
						</td>
					) ) }
				</tr>
			</tbody>
		</table>
	);
}

type ValueProps = { value: string | null; isSame?: boolean };

function Value( { value, isSame = false }: ValueProps ) {
	return (
		<span className="orderinvoicer-compare__value">
			{ value || (
				<span className="orderinvoicer-muted">
					{ __( 'not given', 'orderinvoicer' ) }
				</span>
			) }
			{ isSame && (
				<span className="orderinvoicer-badge is-done">
					{ __( 'same', 'orderinvoicer' ) }
				</span>
			) }
		</span>
	);
}

type ChooseButtonProps = Pick< CandidatesTableProps, 'onChoose' > & {
	candidate: CustomerCandidate;
};

function ChooseButton( { candidate, onChoose }: ChooseButtonProps ) {
	const { type, id } = candidate;
	const label = __( 'Use this customer', 'orderinvoicer' );
	return (
		<Button
			variant="secondary"
			__next40pxDefaultSize
			onClick={ () => onChoose( { type, id } ) }
			aria-label={ `${ label } – ${ titleOf( candidate ) }` }
		>
			{ label }
		</Button>
	);
}

const thisOrder = (): string => __( 'This order', 'orderinvoicer' );

/** Two customers may have the same name. */
const titleOf = ( { name, id }: CustomerCandidate ): string =>
	sprintf(
		/* translators: 1: name of a customer, 2: number of the customer at Sellsy. */
		__( '%1$s (Sellsy no. %2$d)', 'orderinvoicer' ),
		name,
		id
	);

const keyOf = ( { type, id }: CustomerChoice ): string => `${ type }-${ id }`;

type Facts = Pick< CustomerCandidate, CustomerFact >;

function factOf( facts: Facts, fact: CustomerFact ): string {
	if ( fact !== 'type' ) {
		return facts[ fact ];
	}
	return facts.type === 'company'
		? __( 'Company', 'orderinvoicer' )
		: __( 'Individual', 'orderinvoicer' );
}

function factWord( fact: CustomerFact ): string {
	switch ( fact ) {
		case 'type':
			return __( 'Kind', 'orderinvoicer' );
		case 'name':
			return __( 'Name', 'orderinvoicer' );
		case 'email':
			return __( 'E-mail address', 'orderinvoicer' );
		case 'reference':
			return __( 'Reference', 'orderinvoicer' );
		case 'siret':
			return __( 'SIRET', 'orderinvoicer' );
		case 'vat_number':
			return __( 'VAT number', 'orderinvoicer' );
	}
}
