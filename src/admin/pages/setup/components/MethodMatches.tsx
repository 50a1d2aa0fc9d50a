import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { isLoading, type View } from '../../../../api/useResource';
import {
	countedOrders,
	UsageNote,
} from '../../../../components/mapping/OrdersCount';
import { usePreselected } from '../../../../components/mapping/preselected';
import { soldNothing } from '../../../../components/mapping/soldNothing';
import { Loading } from '../../../../components/Loading';
import { ResourceView } from '../../../../components/ResourceView';
import type { OrderUsage, PaymentMethods } from '../../../../generated/schemas';
import type { SettingsDraft } from '../../../settings/useSettings';
import { SellsyProblem } from '../../../status/SellsyProblem';
import { MethodChoice } from '../../payments/components/MethodChoice';
import {
	gatewayRows,
	methodState,
	withCertain,
	withMethod,
} from '../../payments/methods';
import { Matches } from './Matches';

type MethodMatchesProps = {
	form: SettingsDraft;
	methods: View< PaymentMethods >;
	usage: View< OrderUsage >;
	/** Its script is there. */
	onShown: () => void;
};

export function MethodMatches( {
	form,
	methods,
	usage,
	onShown,
}: MethodMatchesProps ) {
	const first = useRef( onShown );
	useEffect( () => first.current(), [] );
	const loadingLabel = __(
		'Reading the payment methods of Sellsy…',
		'orderinvoicer'
	);
	return (
		<ResourceView view={ methods } loadingLabel={ loadingLabel }>
			{ ( data ) =>
				isLoading( usage ) ? (
					<Loading label={ loadingLabel } />
				) : (
					<Methods
						form={ form }
						data={ data }
						usage={ usage }
						onRetry={ methods.reload }
					/>
				)
			}
		</ResourceView>
	);
}

type MethodsProps = Pick< MethodMatchesProps, 'form' | 'usage' > & {
	data: PaymentMethods;
	onRetry: () => void;
};

function Methods( { form, data, usage, onRetry }: MethodsProps ) {
	const { methods } = form.value.payments;
	const used = usage.resource.status === 'ready' ? usage.resource.data : null;
	const rows = gatewayRows(
		methods,
		data,
		used?.gateways ?? [],
		form.saved.payments.methods
	);
	const isUntouched = methods === form.saved.payments.methods;
	const set = ( next: typeof methods ) =>
		form.editGroup( 'payments', { methods: next } );
	usePreselected( isUntouched, withCertain( methods, rows ), set );
	const isNewShop = used !== null && soldNothing( [ used.orders ] );
	const isNeeded = ( row: ( typeof rows )[ number ] ): boolean =>
		methodState(
			row,
			data,
			countedOrders(
				usage,
				( { gateways } ) =>
					gateways.find( ( { id } ) => id === row.gateway )?.orders
			),
			isNewShop
		) !== 'unneeded';
	return (
		<>
			{ data.problem && (
				<SellsyProblem
					problem={ data.problem }
					missing={ __(
						'The payment methods of Sellsy could not be read. What you chose stays as it is.',
						'orderinvoicer'
					) }
					onRetry={ onRetry }
				/>
			) }
			<Matches
				matches={ rows.filter( isNeeded ).map( ( row ) => ( {
					key: row.gateway,
					name: row.title,
					isSure:
						row.methodId !== null ||
						( isUntouched && row.proposal?.isCertain === true ),
					choice: (
						<MethodChoice
							row={ row }
							methods={ data.methods }
							onChange={ ( methodId ) =>
								set(
									withMethod( methods, row.gateway, methodId )
								)
							}
						/>
					),
				} ) ) }
			/>
			{ usage.resource.status === 'error' && (
				<UsageNote usage={ usage } />
			) }
		</>
	);
}
