import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../../../i18n/format';
import { problemTitle } from '../../../../i18n/problems';
import type { ProblemGroup, Task } from '../../../../generated/schemas';
import { hrefOf } from '../../../useRoute';
import { fixOf } from '../../../fixes';

type CauseGroupProps = { group: ProblemGroup; children: React.ReactNode };

export function CauseGroup( { group, children }: CauseGroupProps ) {
	const fix = fixOf( group );
	return (
		<li className="orderinvoicer-cause">
			<h4>
				{ problemTitle( group.code ) }{ ' ' }
				<span className="orderinvoicer-badge is-attention">
					{ ordersText( group.orders ) }
				</span>
			</h4>
			{ storiesOf( group.examples ).map( ( story ) => (
				<p key={ story.text }>
					{ story.text } <Orders tasks={ story.tasks } />
				</p>
			) ) }
			<p className="orderinvoicer-muted">
				{ group.examples[ 0 ]?.problem?.next_step }
			</p>
			<div className="orderinvoicer-actions">
				{ fix && (
					<Button
						variant="secondary"
						size="compact"
						href={ fix.href }
					>
						{ fix.label }
					</Button>
				) }
				{ children }
				<SeeAll group={ group } />
			</div>
		</li>
	);
}

const ordersText = ( count: number ): string =>
	sprintf(
		/* translators: %s: number of orders. */
		_n( '%s order', '%s orders', count, 'orderinvoicer' ),
		formatCount( count )
	);

function SeeAll( { group }: { group: ProblemGroup } ) {
	const title = problemTitle( group.code );
	return (
		<Button
			variant="tertiary"
			size="compact"
			href={ hrefOf( 'todo', {
				state: 'attention',
				problem: group.code,
			} ) }
			aria-label={ sprintf(
				/* translators: %s: why orders stopped. */
				__( 'Show under “To do”: %s', 'orderinvoicer' ),
				title
			) }
		>
			{ __( 'Show under “To do”', 'orderinvoicer' ) }
		</Button>
	);
}

type Story = { text: string; tasks: Task[] };

/** What is the same for several is said once. */
function storiesOf( examples: Task[] ): Story[] {
	const stories = new Map< string, Task[] >();
	for ( const task of examples ) {
		const text = task.problem?.text ?? '';
		stories.set( text, [ ...( stories.get( text ) ?? [] ), task ] );
	}
	return [ ...stories ].map( ( [ text, tasks ] ) => ( { text, tasks } ) );
}

/** One order may have stopped twice for one cause. */
function Orders( { tasks }: { tasks: Task[] } ) {
	const orders = new Map( tasks.map( ( { order } ) => [ order.id, order ] ) );
	return (
		<span className="orderinvoicer-cause__orders">
			{ [ ...orders.values() ].map( ( order ) => {
				const text = sprintf(
					/* translators: %s: number of an order. */
					__( 'Order %s', 'orderinvoicer' ),
					order.number
				);
				return order.edit_url ? (
					<a key={ order.id } href={ order.edit_url }>
						{ text }
					</a>
				) : (
					<span key={ order.id }>{ text }</span>
				);
			} ) }
		</span>
	);
}
