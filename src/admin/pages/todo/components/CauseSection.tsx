import { Button, Card, CardBody, CardHeader } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatCount } from '../../../../i18n/format';
import { problemTitle } from '../../../../i18n/problems';
import { fixOf } from '../../../fixes';
import { canRetryTogether } from '../../../retry';
import { hrefOf } from '../../../useRoute';
import type { Group } from '../groups';
import type { TodoModel } from '../useTodo';
import { TodoTable } from './TodoTable';

type SectionProps = {
	group: Group;
	model: TodoModel;
	/** Its rows have a page of their own already. */
	isAlone: boolean;
	timelineOf: ( orderId: number ) => string;
};

/** What stopped for one cause: why, what to do about it, and the button for all. */
export function CauseSection( {
	group,
	model,
	isAlone,
	timelineOf,
}: SectionProps ) {
	const { cause, rows, says } = group;
	const title = problemTitle( cause.code );
	const fix = fixIn( group );
	return (
		<Card className="orderinvoicer-tasks orderinvoicer-todo">
			<CardHeader>
				<h3 className="orderinvoicer-section__title">
					{ title }{ ' ' }
					<span className="orderinvoicer-badge is-attention">
						{ ordersText( cause.orders ) }
					</span>
				</h3>
				<GroupButton group={ group } model={ model } />
			</CardHeader>
			{ ( says.length > 0 || fix ) && (
				<CardBody className="orderinvoicer-todo__says">
					<p>
						{ says.join( ' ' ) }{ ' ' }
						{ fix && <a href={ fix.href }>{ fix.label }</a> }
					</p>
				</CardBody>
			) }
			<TodoTable
				label={ title }
				group={ group }
				model={ model }
				canSelect={ canRetryTogether( cause.code ) }
				timelineOf={ timelineOf }
			/>
			{ ! isAlone && cause.tasks > rows.length && (
				<p className="orderinvoicer-todo__all">
					<a href={ hrefOf( 'todo', { problem: cause.code } ) }>
						{ sprintf(
							/* translators: 1: number of entries, 2: why they stopped. */
							__( 'Show all %1$s: %2$s', 'orderinvoicer' ),
							formatCount( cause.tasks ),
							title
						) }
					</a>
				</p>
			) }
		</Card>
	);
}

const ordersText = ( count: number ): string =>
	sprintf(
		/* translators: %s: number of orders. */
		_n( '%s order', '%s orders', count, 'orderinvoicer' ),
		formatCount( count )
	);

/** Where the cause itself is mended, on another page. */
function fixIn( { cause, rows }: Group ) {
	const fix = fixOf( {
		code: cause.code,
		orders: cause.orders,
		tasks: cause.tasks,
		examples: rows.map( ( { task } ) => task ),
	} );
	return fix && ! fix.href.startsWith( hrefOf( 'todo' ) ) ? fix : null;
}

function GroupButton( {
	group: { cause },
	model,
}: Pick< SectionProps, 'group' | 'model' > ) {
	if ( cause.retryable === 0 || ! canRetryTogether( cause.code ) ) {
		return null;
	}
	return (
		<Button
			variant="secondary"
			__next40pxDefaultSize
			disabled={ model.deciding.state.status === 'running' }
			accessibleWhenDisabled
			onClick={ () => model.retry( { problem: cause.code } ) }
		>
			{ sprintf(
				/* translators: %s: number of orders. */
				_n(
					'Retry %s order',
					'Retry these %s orders',
					cause.orders,
					'orderinvoicer'
				),
				formatCount( cause.orders )
			) }
		</Button>
	);
}
